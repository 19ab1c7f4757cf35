package io.github.danmuhub.browser;

import java.net.URI;
import java.util.List;

/** A page with a socket in each thing that can have one; the same script in a file of its own. */
final class SixKinds {
  static final List<String> ALL = List.of("page", "frame", "other", "worker", "shared", "service");

  /** Where in each file the socket is made, where it is listened to, and where it sends. */
  static final String MADE = ":1:11";

  static final String LISTENS = ":3:13";

  static final List<String> SENDS = List.of(":5:5", ":6:5");

  private static final String SCRIPT =
      """
      const s = new WebSocket("ws://127.0.0.1:%d/echo?%s");
      s.binaryType = "arraybuffer";
      s.onmessage = () => {};
      s.onopen = function greet() {
        s.send("text of %s");
        s.send(new Uint8Array([1, 2, 255]));
      };
      """;

  private SixKinds() {}

  /** Serves them; gives the page's address. */
  static URI on(LocalPages pages) {
    for (String kind : ALL) {
      pages.with("/" + kind + ".js", SCRIPT.formatted(pages.port(), kind, kind));
    }
    pages.with("/frame", "<script src='/frame.js'></script>");
    pages.with("/other", "<script src='/other.js'></script>");
    pages.with(
        "/six",
        """
        <title>six kinds</title>
        <script src="/page.js"></script>
        <script>
          new Worker("/worker.js");
          new SharedWorker("/shared.js");
          navigator.serviceWorker.register("/service.js");
        </script>
        <iframe src="/frame"></iframe>
        <iframe src="http://localhost:%d/other"></iframe>
        """
            .formatted(pages.port()));
    return pages.uri("/six");
  }
}
