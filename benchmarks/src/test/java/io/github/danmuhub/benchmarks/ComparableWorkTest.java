package io.github.danmuhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.benchmarks.BilibiliFrames.Compression;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.bilibili.Bilibili;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A benchmark is worth nothing where one side skips what the other reads. */
class ComparableWorkTest {
  private static final int MESSAGES = 50;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void bothReadersHearEveryMessageOfAFrame(Compression compression) throws IOException {
    byte[] frame = BilibiliFrames.frame(new BilibiliMessages(7), MESSAGES, compression);

    EventSink sink = new EventSink("bilibili");
    RoomSession session = new Bilibili().open(new RoomRef("bilibili", "545068"), sink);
    session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    PeerBilibili peer = new PeerBilibili();
    peer.receive(frame);

    assertThat(sink.heard).isEqualTo(MESSAGES);
    assertThat(peer.heard).isEqualTo(2L * MESSAGES); // it reads each in two halves
  }
}
