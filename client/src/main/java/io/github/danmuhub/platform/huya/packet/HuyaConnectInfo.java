package io.github.danmuhub.platform.huya.packet;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * {@code ConnectParaInfo}: who connects, in the socket's URL as {@code baseinfo}.
 *
 * @param guid 32 hex digits that name the browser, or none
 * @param userAgent {@code webh5&yyMMddHHmm&websocket}: the page and when it was built
 * @param app the page, its language and its country
 */
public record HuyaConnectInfo(String guid, String userAgent, String app) {
  /** Where sockets are, the page's own first. */
  public static final List<String> HOSTS = List.of("wsapi.huya.com", "cdnws.api.huya.com");

  private static final String PAGE = "webh5&2608121011&websocket";
  private static final String APP = "HUYA&ZH&2052";

  /** An anonymous visitor of the page. */
  public static HuyaConnectInfo visitor(String guid) {
    return new HuyaConnectInfo(guid, PAGE, APP);
  }

  /** The socket's URL on one of {@link #HOSTS}. */
  public URI url(String host) {
    String baseinfo = Base64.getEncoder().encodeToString(encode());
    return URI.create(
        "wss://" + host + "/?baseinfo=" + URLEncoder.encode(baseinfo, StandardCharsets.UTF_8));
  }

  private byte[] encode() {
    return new TarsWriter()
        .number(0, 0)
        .string(1, guid)
        .string(2, userAgent)
        .string(3, app)
        .string(4, "")
        .string(5, "")
        .number(6, 0)
        .string(7, "")
        .string(8, "")
        .string(9, "")
        .toBytes();
  }

  /**
   * Reads it back.
   *
   * @param baseinfo base64, as it stands in the query once that is decoded
   */
  public static HuyaConnectInfo decode(String baseinfo) throws MalformedException {
    TarsStruct in = TarsStruct.of(ByteBuffer.wrap(base64(baseinfo)));
    return new HuyaConnectInfo(in.text(1), in.text(2), in.text(3));
  }

  private static byte[] base64(String text) throws MalformedException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("baseinfo is no base64");
    }
  }
}
