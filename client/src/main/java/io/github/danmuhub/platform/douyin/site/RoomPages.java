package io.github.danmuhub.platform.douyin.site;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinSocketUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.script.Cast;
import java.net.URI;
import java.util.Map;

/**
 * The pages and answers of a hosted room.
 *
 * @param room its name
 * @param broadcast the room id of the broadcast
 * @param uniqueId of who asks, as the page says it
 * @param signedIn whether they are
 * @param signature for their socket
 */
record RoomPages(
    String room,
    long broadcast,
    boolean live,
    String uniqueId,
    boolean signedIn,
    String signature) {
  private static final int LIVE = 2;
  private static final int ENDED = 4;

  /** As {@code web/enter} says it. */
  private static final int OVER = 2;

  /** Today's page: the state in a chunk of a JavaScript string. */
  String today() {
    String chunk = "c:[\"$\",\"$L11\",null,{\"state\":" + state() + "}]\n";
    String literal = new String(JsonStringEncoder.getInstance().quoteAsString(chunk));
    return html(
        """
        <script nonce="simulated">self.__pace_f.push([1,"b:null\\n"])</script>\
        <script nonce="simulated">self.__pace_f.push([1,"%s"])</script>%s"""
            .formatted(literal, script()));
  }

  /** The page of 2022: URL-encoded JSON. */
  String of2022() {
    String json = "{\"app\":{\"initialState\":" + state() + "}}";
    String encoded = Query.EMPTY.with("x", json).toString().substring("x=".length());
    return html(
        "<script id=\"RENDER_DATA\" type=\"application/json\">" + encoded + "</script>" + script());
  }

  /** The first page that a browser is shown sets a cookie, and comes again. */
  static String onlyCookies() {
    return html("<script>fetch(\"/\").then(() => location.reload())</script>");
  }

  /** What a browser does with the page of a live room. */
  private String script() {
    return live
        ? RoomScript.TEXT.formatted(socket(), broadcast, uniqueId, DouyinFetchUrl.PATH)
        : "";
  }

  private String socket() {
    DouyinTicket ticket =
        new DouyinTicket(
            Long.toString(broadcast), DouyinSocketUrl.SERVERS.get(0), Map.of(), signature);
    URI uri = DouyinSocketUrl.of(ticket, DouyinCursor.NONE, uniqueId);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** What a visitor gets whom the site does not trust: no state at all. */
  static String verification() {
    return html("<title>验证码中间页</title><div id=\"captcha_container\"></div>");
  }

  String enter() {
    return """
        {"data":{"data":[%s],"enter_room_id":"%d","room_status":%d,"user":%s},"status_code":0}"""
        .formatted(shown(), broadcast, live ? 0 : OVER, anchor());
  }

  private String state() {
    return """
        {"roomStore":{"roomInfo":{"roomId":"%d","web_rid":"%s","room":%s,"anchor":%s}},\
        "userStore":{"odin":{"user_unique_id":"%s","user_is_login":%b}}}"""
        .formatted(broadcast, room, shown(), anchor(), uniqueId, signedIn);
  }

  private String shown() {
    int status = live ? LIVE : ENDED;
    return """
        {"id_str":"%d","status":%d,"status_str":"%d",\
        "title":"模拟直播间 %s · 云逗猫","user_count_str":"2.1万"}"""
        .formatted(broadcast, status, status, room);
  }

  private String anchor() {
    User anchor = new Cast(room, DouyinWords.VOCABULARY.audience()).anchor();
    return """
        {"id_str":"%s","sec_uid":"MS4wLjABAAAAsimulatedanchor","nickname":"%s"}"""
        .formatted(anchor.id(), anchor.name());
  }

  private static String html(String body) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
        + body
        + "</body></html>";
  }
}
