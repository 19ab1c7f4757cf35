package io.github.danmuhub.platform.bilibili;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.testing.RecordingContext;
import java.nio.ByteBuffer;
import java.util.Objects;

/** {@code ./check fuzz} runs it for real. */
class BilibiliSessionFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void noFrameMakesTheSessionThrow(byte[] frame) {
    RoomRef room = new RoomRef("bilibili", "545068");
    RecordingContext out = RecordingContext.of("bilibili");
    new Bilibili().open(room, out).onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    Objects.requireNonNull(
        new Bilibili().redaction().sent(FrameKind.BINARY, ByteBuffer.wrap(frame)));
  }
}
