package io.github.danmuhub.capture.pcap;

/** What was found in packets. One thread. */
public interface SocketTrace {
  /** A WebSocket; {@code url} is empty where its beginning was not captured. */
  void opened(int socket, long timeMs, String url);

  /** A whole message, unmasked and inflated; of opcode 1, 2, 9 or 10. */
  void message(int socket, long timeMs, boolean sent, int opcode, byte[] bytes);

  void closed(int socket, long timeMs, int code, String reason);

  /** What a person should know, a sentence. */
  void told(String sentence);
}
