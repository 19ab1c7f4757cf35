package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.pcap.Conversations;
import io.github.danmuhub.capture.pcap.SocketTrace;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;

/** What packets hold, as entries. */
record PcapSockets(CaptureSink sink) implements SocketTrace {
  static void read(Content content, CaptureSink sink) throws IOException, MalformedException {
    try (InputStream in = content.open()) {
      Conversations.read(in, new PcapSockets(sink));
    }
  }

  @Override
  public void opened(int socket, long timeMs, String url) {
    sink.entry(new Open(socket, timeMs, url, null, null));
  }

  @Override
  public void message(int socket, long timeMs, boolean sent, int opcode, byte[] bytes) {
    Direction direction = sent ? Direction.SENT : Direction.RECEIVED;
    sink.entry(new Message(socket, timeMs, direction, Opcodes.kind(opcode), Raw.bytes(bytes)));
  }

  @Override
  public void closed(int socket, long timeMs, int code, String reason) {
    sink.entry(new Close(socket, timeMs, code, reason));
  }

  @Override
  public void told(String sentence) {
    sink.problem(sentence);
  }
}
