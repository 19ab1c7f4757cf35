package io.github.danmuhub.benchmarks;

import io.github.danmuhub.benchmarks.BilibiliFrames.Compression;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Frames to typed events, every field filled, beside the peer (frame to its listener, which reads
 * the fields) and beside the bare decompressor. One operation is 64 different frames.
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
public class BilibiliDecodeBenchmark {
  private static final int FRAMES = 64;

  /** Messages in a frame. */
  @Param({"1", "10", "50"})
  public int messages;

  /** How the frame is compressed. */
  @Param({"BROTLI", "ZLIB", "PLAIN"})
  public String compression;

  private byte[][] frames;
  private ByteBuffer[] buffers; // the socket's, not the decoder's
  private RoomSession session;
  private EventSink sink;
  private PeerBilibili peer;
  private Decompressors decompressors;

  /** Makes the frames and both readers. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    BilibiliMessages source = new BilibiliMessages(7);
    frames = new byte[FRAMES][];
    buffers = new ByteBuffer[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      frames[i] = BilibiliFrames.frame(source, messages, Compression.valueOf(compression));
      buffers[i] = ByteBuffer.wrap(frames[i]);
    }
    decompressors = new Decompressors();
    sink = new EventSink("bilibili");
    session = new Bilibili().open(new RoomRef("bilibili", "545068"), sink);
    peer = new PeerBilibili();
  }

  /** Ours: the whole way that a frame takes from the socket to the event. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void danmu(Blackhole hole) {
    sink.hole = hole;
    for (ByteBuffer frame : buffers) {
      session.onFrame(FrameKind.BINARY, frame.clear());
    }
  }

  /** The peer: its codec, handler and message classes. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void peer(Blackhole hole) {
    peer.hole = hole;
    for (byte[] frame : frames) {
      peer.receive(frame);
    }
  }

  /** The floor: nothing but inflating. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void decompressorOnly(Blackhole hole) throws MalformedException {
    for (byte[] frame : frames) {
      ByteBuffer body = ByteBuffer.wrap(frame, 16, frame.length - 16);
      switch (Compression.valueOf(compression)) {
        case BROTLI -> hole.consume(decompressors.decompress(Decompressors.Format.BROTLI, body, 0));
        case ZLIB -> hole.consume(decompressors.decompress(Decompressors.Format.ZLIB, body, 0));
        case PLAIN -> hole.consume(body);
      }
    }
  }
}
