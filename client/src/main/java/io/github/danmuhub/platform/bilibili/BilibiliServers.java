package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.bilibili.packet.BilibiliFraming;
import io.github.danmuhub.platform.http.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a room can be heard, and the token that opens it: the data of {@code getDanmuInfo}.
 *
 * @param token the {@code key} of the authentication
 * @param list best first, as the platform orders it
 */
record BilibiliServers(String token, List<Server> list) {
  private static final int MOST = 16;

  /** Authentication within 5 s; two heartbeats of 30 s without any frame, and some grace. */
  static final Pace PACE = new Pace(5_000, 70_000);

  private static final BilibiliFraming FRAMING = new BilibiliFraming();

  /** One server and its ports. */
  record Server(String host, int port, int wssPort, int wsPort) {

    Dial dial(BilibiliSettings.Transport transport, Headers headers) {
      return switch (transport) {
        case WSS -> socket("wss", wssPort, headers);
        case WS -> socket("ws", wsPort, headers);
        case TCP -> new Dial.Tcp(host, port, false, FRAMING, PACE);
      };
    }

    private Dial socket(String scheme, int at, Headers headers) {
      URI uri = URI.create("%s://%s:%d/sub".formatted(scheme, host, at));
      return new Dial.WebSocket(uri, headers, PACE);
    }
  }

  static BilibiliServers of(BilibiliApiAnswer answer) throws LookupException {
    List<Server> list = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      String at = "data.host_list." + i + ".";
      String host = answer.text(at + "host");
      if (host.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
        list.add(
            new Server(
                host,
                port(answer, at + "port", 2243),
                port(answer, at + "wss_port", 443),
                port(answer, at + "ws_port", 2244)));
      }
    }
    if (list.isEmpty() || answer.text("data.token").isEmpty()) {
      throw LookupException.again(0, answer.what() + ": the answer names no server or no token");
    }
    return new BilibiliServers(answer.text("data.token"), List.copyOf(list));
  }

  private static int port(BilibiliApiAnswer answer, String path, int otherwise) {
    long port = answer.number(path);
    return port > 0 && port < 65_536 ? (int) port : otherwise;
  }

  List<Dial> dials(BilibiliSettings settings) {
    Headers headers =
        Headers.of("Origin", "https://live.bilibili.com", "User-Agent", settings.userAgent());
    return list.stream().map(server -> server.dial(settings.transport(), headers)).toList();
  }

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "BilibiliServers" + list;
  }
}
