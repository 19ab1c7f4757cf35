package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.RecordedFrame;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.wire.Decompressors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The messages of a capture, sent anew: by its own times, or evenly where it has none or a rate is
 * asked for. Looped, every round after the first has fresh message ids.
 */
final class ReplayFeed implements Feed {
  private final List<byte[]> messages;
  private final long[] offsets;
  private final long period;
  private final boolean loop;

  private ReplayFeed(List<byte[]> messages, long[] offsets, long period, boolean loop) {
    this.messages = messages;
    this.offsets = offsets;
    this.period = period;
    this.loop = loop;
  }

  static ReplayFeed of(
      List<RecordedFrame> frames, SimulationOptions options, Decompressors decompressors) {
    Collector found = new Collector();
    BilibiliPacketCodec codec = new BilibiliPacketCodec(decompressors);
    for (RecordedFrame frame : frames) {
      if (frame.kind() == FrameKind.BINARY) {
        found.time = frame.time();
        codec.decode(ByteBuffer.wrap(frame.bytes().toBytes()), found);
      }
    }
    long[] offsets = found.offsets(options.rate());
    long last = offsets.length == 0 ? 0 : offsets[offsets.length - 1];
    return new ReplayFeed(found.messages, offsets, last + 1000, options.loop());
  }

  /** Takes the messages out of the frames, whatever layers they lie in. */
  private static final class Collector implements BilibiliPacketCodec.Visitor {
    private final List<byte[]> messages = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long time;

    @Override
    public void onPacket(BilibiliPacket packet) {
      if (packet.operation() == BilibiliPacket.MESSAGE) {
        byte[] body = new byte[packet.body().remaining()];
        packet.body().get(body);
        messages.add(body);
        times.add(time);
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      // a capture is played as far as it can be read; danmu inspect shows the rest
    }

    long[] offsets(double rate) {
      boolean timed = rate == 0 && !times.isEmpty() && times.get(0) > 0;
      double perSecond = rate == 0 ? SimulationOptions.REPLAY_RATE : rate;
      long[] offsets = new long[messages.size()];
      long latest = 0;
      for (int i = 0; i < offsets.length; i++) {
        long own = timed ? times.get(i) - times.get(0) : (long) (i * 1000 / perSecond);
        latest = Math.max(latest, own);
        offsets[i] = latest;
      }
      return offsets;
    }
  }

  @Override
  public long size() {
    return loop && !messages.isEmpty() ? ENDLESS : messages.size();
  }

  @Override
  public long offset(long index) {
    return index / offsets.length * period + offsets[(int) (index % offsets.length)];
  }

  @Override
  public long dueBy(long elapsed) {
    if (elapsed < 0 || offsets.length == 0) {
      return 0;
    }
    long round = loop ? elapsed / period : 0;
    return round * offsets.length + countUpTo(elapsed - round * period);
  }

  private int countUpTo(long offset) {
    int at = Arrays.binarySearch(offsets, offset + 1);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && offsets[at - 1] > offset) {
      at--;
    }
    return at;
  }

  @Override
  public byte[] message(long index, long start) {
    byte[] recorded = messages.get((int) (index % messages.size()));
    long round = index / messages.size();
    return round == 0 ? recorded : FreshIds.of(recorded, round);
  }
}
