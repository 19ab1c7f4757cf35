package io.github.danmuhub.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.sun.management.ThreadMXBean;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.testing.Frame;
import io.github.danmuhub.testing.WiredRoom;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What bytes may do to a platform: any of them, its own ones cut or flipped, and those of others.
 *
 * @param <P> the platform
 */
abstract class HostileBytesContract<P extends Platform & Simulatable> extends PlatformUnderTest<P> {
  /** More events than this out of one frame are no frame's. */
  private static final int EVENTS_A_FRAME = 1_000;

  /** Nor is more that is wanted, events and reports included. */
  private static final int WISHES_A_FRAME = 20_000;

  /** Inflating a bomb takes what may be inflated, and some copies. */
  private static final long WORK_A_FRAME = 8L * Bounds.INFLATED;

  private static final int SPECIMENS = 40;
  private static final int FLIPS = 2_000;
  private static final int CUTS = 50;

  HostileBytesContract(P platform) {
    super(platform);
  }

  /** Frames of its own, of every length once. */
  final List<Frame> specimens() {
    Map<Integer, Frame> byLength = new LinkedHashMap<>();
    WiredRoom room = scripted().open().pass(MINUTE);
    room.received.forEach(frame -> byLength.putIfAbsent(frame.bytes().size(), frame));
    room.sent.forEach(frame -> byLength.putIfAbsent(frame.bytes().size(), frame));
    return byLength.values().stream().limit(SPECIMENS).toList();
  }

  final void feed(WiredRoom room, FrameKind kind, byte[] bytes) {
    int events = room.events.size();
    int wishes = wishes(room);
    long allocated = allocated();
    room.session().onFrame(kind, ByteBuffer.wrap(bytes));
    assertThat(room.events.size() - events).isLessThanOrEqualTo(EVENTS_A_FRAME);
    assertThat(wishes(room) - wishes).isLessThanOrEqualTo(WISHES_A_FRAME);
    assertThat(allocated() - allocated).as("bytes, for the work").isLessThan(WORK_A_FRAME);
  }

  private static int wishes(WiredRoom room) {
    return room.events.size() + room.malformed.size() + room.sent.size();
  }

  /** So far, by this thread: work is counted in bytes, since no clock is the same twice. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Property(tries = 200)
  void noBytesBreakASession(@ForAll byte[] bytes) {
    WiredRoom room = scripted();
    feed(room, FrameKind.BINARY, bytes);
    feed(room, FrameKind.TEXT, bytes);
    room.close();
  }

  @Test
  void noPrefixOfAFrameBreaksASession() {
    WiredRoom room = scripted();
    for (Frame frame : specimens()) {
      byte[] bytes = frame.bytes().toBytes();
      int step = Math.max(1, bytes.length / 200);
      for (int length = 0; length <= bytes.length; length += step) {
        feed(room, frame.kind(), Arrays.copyOf(bytes, length));
      }
    }
    room.close();
  }

  @Test
  void noFlippedBitBreaksASession() {
    Random random = new Random(1);
    List<Frame> frames = specimens();
    WiredRoom room = scripted();
    for (int i = 0; i < FLIPS; i++) {
      Frame frame = frames.get(random.nextInt(frames.size()));
      byte[] bytes = frame.bytes().toBytes();
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        feed(room, frame.kind(), bytes);
      }
    }
    room.close();
  }

  @Test
  void whereverAByteStreamIsCutTheFramesAreTheSame() throws MalformedException {
    Optional<Framing> framing = framing();
    WiredRoom room =
        wired(
            new SimulatedRoom(room(), List.of()),
            PendingFaults.none(),
            new Settings(platform.id(), overTcp(), Credentials.NONE, false));
    room.open().pass(MINUTE);
    assertThat(room.dials.get(0) instanceof Dial.Tcp).isEqualTo(framing.isPresent());
    if (framing.isEmpty()) {
      return;
    }
    List<Raw> frames = room.received.stream().map(Frame::bytes).toList();
    byte[] stream = joined(frames);
    List<Raw> whole = new CutStream(framing.get()).take(stream);
    Random random = new Random(3);
    for (int run = 0; run < CUTS; run++) {
      CutStream cut = new CutStream(framing.get());
      List<Raw> taken = new ArrayList<>();
      for (int at = 0; at < stream.length; ) {
        int end = Math.min(stream.length, at + 1 + random.nextInt(run + 1) * random.nextInt(400));
        taken.addAll(cut.take(Arrays.copyOfRange(stream, at, end)));
        at = end;
      }
      assertThat(taken).isEqualTo(whole);
    }
    assertThat(joined(whole)).isEqualTo(stream);
  }

  private static byte[] joined(List<Raw> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(part -> all.writeBytes(part.toBytes()));
    return all.toByteArray();
  }

  @Test
  void itsDissectorKnowsItsOwnFramesAndNoOthers() {
    Dissector dissector = dissector();
    for (Frame frame : specimens()) {
      assertThat(dissector.recognizes(frame.kind(), frame.buffer())).isPositive();
      assertThat(dissector.dissect(frame.kind(), frame.buffer())).isNotEmpty();
    }
    assertAll(
        ForeignFrames.to(platform.id()).stream()
            .map(
                frame ->
                    () ->
                        assertThat(dissector.recognizes(frame.kind(), frame.buffer()))
                            .isLessThan(Dissector.CERTAIN / 2)));
  }
}
