package io.github.danmuhub.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TcpFramesTest {
  private final TcpFrames frames = new TcpFrames(LengthPrefix.OF_FOUR_BYTES);

  @Property(tries = 300)
  void howeverAStreamIsSplitTheSameFramesComeOut(
      @ForAll @Size(max = 20) List<@Size(max = 50) byte[]> payloads,
      @ForAll @IntRange(min = 1, max = 70) int step)
      throws MalformedException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    payloads.forEach(payload -> stream.writeBytes(LengthPrefix.frame(payload)));
    byte[] all = stream.toByteArray();
    TcpFrames cutter = new TcpFrames(LengthPrefix.OF_FOUR_BYTES);
    List<byte[]> out = new ArrayList<>();
    for (int at = 0; at < all.length; at += step) {
      byte[] chunk = Arrays.copyOfRange(all, at, Math.min(all.length, at + step));
      cutter.feed(ByteBuffer.wrap(chunk), frame -> out.add(bytes(frame)));
    }
    assertThat(out).containsExactlyElementsOf(payloads.stream().map(LengthPrefix::frame).toList());
  }

  @Test
  void aFrameThatNeverEndsIsGivenUpAtTheBound() throws MalformedException {
    byte[] half = new byte[Bounds.FRAME / 2];
    ByteBuffer.wrap(half).putInt(Integer.MAX_VALUE - 8);
    frames.feed(ByteBuffer.wrap(half), frame -> {});
    assertThatThrownBy(() -> frames.feed(ByteBuffer.wrap(half), frame -> {}))
        .hasMessage("a frame is larger than 4 MiB");
  }

  @Test
  void aFramingThatPointsBeyondItsBytesIsMalformed() {
    TcpFrames lying = new TcpFrames(in -> in.remaining() + 1);
    assertThatThrownBy(() -> lying.feed(ByteBuffer.wrap(new byte[3]), frame -> {}))
        .isInstanceOf(MalformedException.class);
  }

  private static byte[] bytes(ByteBuffer frame) {
    return Arrays.copyOfRange(
        frame.array(), frame.arrayOffset() + frame.position(), frame.arrayOffset() + frame.limit());
  }
}
