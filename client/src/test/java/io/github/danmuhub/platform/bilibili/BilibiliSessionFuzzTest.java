package io.github.danmuhub.platform.bilibili;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.bilibili.site.SimulatedSites;
import io.github.danmuhub.platform.bilibili.site.WiredRoom;
import java.nio.ByteBuffer;
import java.util.Objects;

/** {@code ./check fuzz} runs it for real. */
class BilibiliSessionFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void noFrameMakesTheSessionThrow(byte[] frame) {
    WiredRoom room = WiredRoom.anonymous(SimulatedSites.scripted(), SimulatedSites.ROOM);
    room.session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    Objects.requireNonNull(
        new Bilibili().redaction().sent(FrameKind.BINARY, ByteBuffer.wrap(frame)));
  }
}
