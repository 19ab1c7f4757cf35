package io.github.danmuhub.platform.douyin.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.danmuhub.platform.http.Query;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The pages and answers of a hosted room. */
final class RoomPages {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LIVE = 2;
  private static final int ENDED = 4;

  /** As {@code web/enter} says it. */
  private static final int OVER = 2;

  private RoomPages() {}

  /** Who asks for a page, as the page says it. */
  record Visitor(String uniqueId, boolean signedIn) {}

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** Today's page: the state in a chunk of a JavaScript string. */
  static String today(HostedRoom room, Visitor visitor, long now) {
    String state = json(out -> writeState(out, room, visitor, now));
    String chunk = "c:[\"$\",\"$L11\",null,{\"state\":" + state + "}]\n";
    String literal = new String(JsonStringEncoder.getInstance().quoteAsString(chunk));
    return html(
        "<script nonce=\"simulated\">self.__pace_f.push([1,\"b:null\\n\"])</script>"
            + "<script nonce=\"simulated\">self.__pace_f.push([1,\""
            + literal
            + "\"])</script>");
  }

  /** The page of 2022: URL-encoded JSON. */
  static String of2022(HostedRoom room, Visitor visitor, long now) {
    String state = json(out -> writeState(out, room, visitor, now));
    String json = "{\"app\":{\"initialState\":" + state + "}}";
    String encoded = Query.EMPTY.with("x", json).toString().substring("x=".length());
    return html("<script id=\"RENDER_DATA\" type=\"application/json\">" + encoded + "</script>");
  }

  /** What a visitor gets whom the site does not trust: no state at all. */
  static String verification() {
    return html("<title>验证码中间页</title><div id=\"captcha_container\"></div>");
  }

  static String enter(HostedRoom room, long now) {
    return json(
        out -> {
          out.writeObjectFieldStart("data");
          out.writeArrayFieldStart("data");
          out.writeStartObject();
          writeRoom(out, room, now);
          out.writeEndObject();
          out.writeEndArray();
          out.writeStringField("enter_room_id", room.roomId(now));
          out.writeNumberField("room_status", room.isLive(now) ? 0 : OVER);
          out.writeObjectFieldStart("user");
          writeAnchor(out);
          out.writeEndObject();
          out.writeEndObject();
          out.writeNumberField("status_code", 0);
        });
  }

  private static void writeState(JsonGenerator out, HostedRoom room, Visitor visitor, long now)
      throws IOException {
    out.writeObjectFieldStart("roomStore");
    out.writeObjectFieldStart("roomInfo");
    out.writeStringField("roomId", room.roomId(now));
    out.writeStringField("web_rid", room.webRid());
    out.writeObjectFieldStart("room");
    writeRoom(out, room, now);
    out.writeEndObject();
    out.writeObjectFieldStart("anchor");
    writeAnchor(out);
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("userStore");
    out.writeObjectFieldStart("odin");
    out.writeStringField("user_unique_id", visitor.uniqueId());
    out.writeBooleanField("user_is_login", visitor.signedIn());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeRoom(JsonGenerator out, HostedRoom room, long now) throws IOException {
    out.writeStringField("id_str", room.roomId(now));
    int status = room.isLive(now) ? LIVE : ENDED;
    out.writeNumberField("status", status);
    out.writeStringField("status_str", Integer.toString(status));
    out.writeStringField("title", "模拟直播间 " + room.webRid() + " · 云逗猫");
    out.writeStringField("user_count_str", "2.1万");
  }

  private static void writeAnchor(JsonGenerator out) throws IOException {
    out.writeStringField("id_str", Long.toString(ScriptViewer.ANCHOR.id()));
    out.writeStringField("sec_uid", "MS4wLjABAAAAsimulatedanchor");
    out.writeStringField("nickname", ScriptViewer.ANCHOR.name());
  }

  private static String json(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string refused text", e);
    }
    return text.toString();
  }

  private static String html(String body) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
        + body
        + "</body></html>";
  }
}
