package io.github.danmuhub.benchmarks;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A gzip frame of 60 messages (24 chats, 12 likes, 12 entries, 6 follows, 6 gifts) to typed events,
 * beside the peer: its codec and handler to its listener, which reads the fields. One operation is
 * one frame.
 *
 * <p>The frame is {@code douyin/synthetic/burst60.bin} of the captures folder: {@code
 * DANMU_CAPTURES}, by default {@code ../shared/captures}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgs = {"-Xms384m", "-Xmx384m", "-XX:+UseG1GC"})
@SuppressWarnings("NullAway.Init") // JMH fills the fields before it measures
public class DouyinDecodeBenchmark {
  private static final String FRAME = "douyin/synthetic/burst60.bin";
  private static final int MESSAGES = 60;

  /** So many that their gifts are forgotten before they come again. */
  private static final int FRAMES = 256;

  private final Decompressors decompressors = new Decompressors();
  private byte[][] frames;
  private ByteBuffer[] payloads;
  private RoomSession session;
  private EventSink sink;
  private PeerDouyin peer;

  /** Reads the frame and makes both readers. */
  @Setup(Level.Trial)
  public void setUp() throws IOException, MalformedException {
    byte[] burst = Files.readAllBytes(capture());
    frames = new byte[FRAMES][];
    payloads = new ByteBuffer[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      frames[i] = DouyinFrames.again(burst, i);
      payloads[i] = DouyinFrames.payload(frames[i]);
    }
    sink = new EventSink("douyin");
    session = new Douyin().open(new RoomRef("douyin", "80017709309"), sink);
    peer = new PeerDouyin();
    bothHearAll();
  }

  /** Twice, since nothing may be dropped as known; ours also ends the combos that nobody ended. */
  private void bothHearAll() {
    for (int pass = 1; pass <= 2; pass++) {
      danmu(null);
      peer(null);
      int all = pass * FRAMES * MESSAGES;
      if (sink.heard < all || peer.heard != all) {
        throw new IllegalStateException(
            "we heard %d, the peer %d of %d".formatted(sink.heard, peer.heard, all));
      }
    }
  }

  private static Path capture() {
    Path captures =
        Path.of(Optional.ofNullable(System.getenv("DANMU_CAPTURES")).orElse("../shared/captures"));
    Path file = captures.resolve(FRAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + " is not there: set DANMU_CAPTURES");
    }
    return file;
  }

  /** Ours: the whole way from the socket to the event; frames are a second apart. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void danmu(@Nullable Blackhole hole) {
    sink.hole = hole;
    for (byte[] frame : frames) {
      sink.setTime(sink.wallMs() + 1_000);
      session.onWake();
      session.onFrame(FrameKind.BINARY, ByteBuffer.wrap(frame));
    }
  }

  /** The peer: its codec, handler and message classes. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void peer(@Nullable Blackhole hole) {
    peer.hole = hole;
    for (byte[] frame : frames) {
      peer.receive(frame);
    }
  }

  /** The floor: nothing but inflating, with the JDK's zlib, which both readers use. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void decompressorOnly(Blackhole hole) throws MalformedException {
    for (ByteBuffer payload : payloads) {
      hole.consume(decompressors.decompress(Format.GZIP, payload.duplicate(), 0));
    }
  }
}
