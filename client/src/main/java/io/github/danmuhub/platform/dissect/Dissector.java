package io.github.danmuhub.platform.dissect;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a platform's frames apart for people to read: {@code danmu inspect}. It never throws on
 * bytes: what it cannot read becomes a layer that says so. No method moves a buffer's position. Not
 * thread-safe: it may keep buffers.
 */
public interface Dissector {
  /** {@link #recognizes}: a magic number and every length fit. */
  int CERTAIN = 100;

  /** Knows nothing. */
  Dissector NONE =
      new Dissector() {
        @Override
        public int recognizes(FrameKind kind, ByteBuffer frame) {
          return 0;
        }

        @Override
        public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
          return List.of();
        }
      };

  /** A new one for the platform's frames; {@link #NONE} where it is not {@link Dissectable}. */
  static Dissector of(Platform platform) {
    return platform instanceof Dissectable dissectable ? dissectable.dissector() : NONE;
  }

  /**
   * How much the frame looks like one of this platform, in either direction: 0 not at all, {@link
   * #CERTAIN} beyond doubt. Cheap: it looks at headers only.
   */
  int recognizes(FrameKind kind, ByteBuffer frame);

  /**
   * How much an answer over HTTP looks like one to this platform's polls, as {@link
   * #recognizes(FrameKind, ByteBuffer)}.
   */
  default int recognizes(URI asked, ByteBuffer answer) {
    return 0;
  }

  /** Whether only a client sends such a frame. Asked of a frame that it recognizes. */
  default boolean isFromClient(FrameKind kind, ByteBuffer frame) {
    return false;
  }

  /**
   * The binary frame in which a bare message would have come, as other programs save messages: one
   * JSON object a line. Null where it is none of this platform's.
   */
  default @Nullable ByteBuffer frameOf(byte[] message) {
    return null;
  }

  /** The outermost layers; empty where nothing is known. */
  List<Layer> dissect(FrameKind kind, ByteBuffer frame);

  /** The outermost layers of an answer that it recognizes. */
  default List<Layer> dissect(URI asked, ByteBuffer answer) {
    return List.of();
  }
}
