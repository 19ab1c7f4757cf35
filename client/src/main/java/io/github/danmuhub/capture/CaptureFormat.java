package io.github.danmuhub.capture;

import io.github.danmuhub.capture.pcap.PacketFile;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** The table of formats, in the order in which a content is held against them. */
enum CaptureFormat {
  PCAP("pcap") {
    @Override
    boolean begins(byte[] head, Content content) {
      return PacketFile.isPcap(head);
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException, MalformedException {
      PcapSockets.read(content, sink);
    }
  },
  PCAPNG("pcapng") {
    @Override
    boolean begins(byte[] head, Content content) {
      return PacketFile.isPcapng(head);
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException, MalformedException {
      PcapSockets.read(content, sink);
    }
  },
  MITMPROXY("mitmproxy flows") {
    @Override
    boolean begins(byte[] head, Content content) {
      return MitmReader.begins(head);
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException, MalformedException {
      MitmReader.read(content, sink);
    }
  },
  HAR("HAR") {
    @Override
    boolean begins(byte[] head, Content content) {
      return CaptureReader.looksLikeJson(head) && HarReader.recognizes(content);
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException, MalformedException {
      HarReader.read(content, sink);
    }
  },
  LINES("capture") {
    @Override
    boolean begins(byte[] head, Content content) {
      return CaptureReader.looksLikeJson(head);
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException {
      JsonLines.read(content, sink);
    }
  },
  BARE("bytes") {
    @Override
    boolean begins(byte[] head, Content content) {
      return true;
    }

    @Override
    void read(Content content, CaptureSink sink) throws IOException, MalformedException {
      BareFrames.read(content, sink);
    }
  };

  private final String words;

  CaptureFormat(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether it may be such a one. */
  abstract boolean begins(byte[] head, Content content);

  abstract void read(Content content, CaptureSink sink) throws IOException, MalformedException;
}
