package io.github.danmuhub.platform.douyin.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.script.Cast;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The pages and answers of a hosted room.
 *
 * @param room its name
 * @param broadcast the room id of the broadcast
 * @param uniqueId of who asks, as the page says it
 * @param signedIn whether they are
 */
record RoomPages(String room, long broadcast, boolean live, String uniqueId, boolean signedIn) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LIVE = 2;
  private static final int ENDED = 4;

  /** As {@code web/enter} says it. */
  private static final int OVER = 2;

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** Today's page: the state in a chunk of a JavaScript string. */
  String today() {
    String state = json(this::writeState);
    String chunk = "c:[\"$\",\"$L11\",null,{\"state\":" + state + "}]\n";
    String literal = new String(JsonStringEncoder.getInstance().quoteAsString(chunk));
    return html(
        "<script nonce=\"simulated\">self.__pace_f.push([1,\"b:null\\n\"])</script>"
            + "<script nonce=\"simulated\">self.__pace_f.push([1,\""
            + literal
            + "\"])</script>");
  }

  /** The page of 2022: URL-encoded JSON. */
  String of2022() {
    String state = json(this::writeState);
    String json = "{\"app\":{\"initialState\":" + state + "}}";
    String encoded = Query.EMPTY.with("x", json).toString().substring("x=".length());
    return html("<script id=\"RENDER_DATA\" type=\"application/json\">" + encoded + "</script>");
  }

  /** What a visitor gets whom the site does not trust: no state at all. */
  static String verification() {
    return html("<title>验证码中间页</title><div id=\"captcha_container\"></div>");
  }

  String enter() {
    return json(
        out -> {
          out.writeObjectFieldStart("data");
          out.writeArrayFieldStart("data");
          out.writeStartObject();
          writeRoom(out);
          out.writeEndObject();
          out.writeEndArray();
          out.writeStringField("enter_room_id", Long.toString(broadcast));
          out.writeNumberField("room_status", live ? 0 : OVER);
          out.writeObjectFieldStart("user");
          writeAnchor(out);
          out.writeEndObject();
          out.writeEndObject();
          out.writeNumberField("status_code", 0);
        });
  }

  private void writeState(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("roomStore");
    out.writeObjectFieldStart("roomInfo");
    out.writeStringField("roomId", Long.toString(broadcast));
    out.writeStringField("web_rid", room);
    out.writeObjectFieldStart("room");
    writeRoom(out);
    out.writeEndObject();
    out.writeObjectFieldStart("anchor");
    writeAnchor(out);
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("userStore");
    out.writeObjectFieldStart("odin");
    out.writeStringField("user_unique_id", uniqueId);
    out.writeBooleanField("user_is_login", signedIn);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void writeRoom(JsonGenerator out) throws IOException {
    out.writeStringField("id_str", Long.toString(broadcast));
    int status = live ? LIVE : ENDED;
    out.writeNumberField("status", status);
    out.writeStringField("status_str", Integer.toString(status));
    out.writeStringField("title", "模拟直播间 " + room + " · 云逗猫");
    out.writeStringField("user_count_str", "2.1万");
  }

  private void writeAnchor(JsonGenerator out) throws IOException {
    User anchor = new Cast(room, DouyinWords.VOCABULARY.audience()).anchor();
    out.writeStringField("id_str", anchor.id());
    out.writeStringField("sec_uid", "MS4wLjABAAAAsimulatedanchor");
    out.writeStringField("nickname", anchor.name());
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
