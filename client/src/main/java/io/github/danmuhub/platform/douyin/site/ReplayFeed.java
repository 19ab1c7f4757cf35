package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.RecordedFrame;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a capture, taken out of their frames; once, or again and again. From the second
 * round on their ids are fresh, and so are the group ids of gifts: otherwise a client would be
 * right to take them for repeats.
 */
final class ReplayFeed implements Feed {
  private static final long FRESH_IDS = 1_000_000;
  private static final int GIFT_GROUP_ID = 11;

  private record Entry(DouyinMessage message, long due) {}

  private final List<Entry> entries;
  private final boolean loop;
  private final long length;

  ReplayFeed(List<RecordedFrame> frames, double rate, boolean loop) {
    this.loop = loop;
    entries = rate == 0 && hasTimes(frames) ? timed(frames) : paced(frames, rate);
    long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).due();
    length = last + Math.max(1, last / Math.max(1, entries.size()));
  }

  private static boolean hasTimes(List<RecordedFrame> frames) {
    return frames.stream().allMatch(f -> f.time() > 0);
  }

  private static List<Entry> timed(List<RecordedFrame> frames) {
    List<Entry> entries = new ArrayList<>();
    for (RecordedFrame frame : frames) {
      long due = Math.max(0, frame.time() - frames.get(0).time());
      messages(frame).forEach(message -> entries.add(new Entry(message, due)));
    }
    return entries;
  }

  private static List<Entry> paced(List<RecordedFrame> frames, double rate) {
    double perSecond = rate == 0 ? SimulationOptions.REPLAY_RATE : rate;
    List<Entry> entries = new ArrayList<>();
    for (RecordedFrame frame : frames) {
      for (DouyinMessage message : messages(frame)) {
        entries.add(new Entry(message, Math.round(entries.size() * 1_000 / perSecond)));
      }
    }
    return entries;
  }

  /** What is no {@code msg} and no polled Response, or is broken, has none. */
  private static List<DouyinMessage> messages(RecordedFrame frame) {
    List<DouyinMessage> messages = new ArrayList<>();
    try {
      DouyinResponseCodec.messages(response(frame), new Collector(messages));
    } catch (MalformedException e) {
      return messages;
    }
    return messages;
  }

  /** Empty where there is none. */
  private static ByteBuffer response(RecordedFrame frame) throws MalformedException {
    ByteBuffer bytes = ByteBuffer.wrap(frame.bytes().toBytes());
    if (frame.kind() == FrameKind.POLLED && DouyinResponseCodec.recognizes(bytes)) {
      return bytes;
    }
    if (frame.kind() == FrameKind.BINARY) {
      DouyinPacket packet = DouyinPacketCodec.decode(bytes);
      if (packet.payloadType().equals(DouyinPacket.MSG)) {
        return DouyinPacketCodec.inflate(packet, new Decompressors());
      }
    }
    return ByteBuffer.allocate(0);
  }

  private record Collector(List<DouyinMessage> into) implements DouyinResponseCodec.Visitor {

    @Override
    public void onMessage(DouyinMessage message) {
      byte[] payload = new byte[message.payload().remaining()];
      message.payload().duplicate().get(payload);
      into.add(new DouyinMessage(message.method(), ByteBuffer.wrap(payload), message.id()));
    }

    @Override
    public void onBroken(String why, ByteBuffer raw) {
      // cannot be sent anew
    }
  }

  @Override
  public long due(long n) {
    if (n < 0 || entries.isEmpty() || (n >= entries.size() && !loop)) {
      return Long.MAX_VALUE;
    }
    long round = n / entries.size();
    return round * length + entries.get((int) (n % entries.size())).due();
  }

  @Override
  public boolean hasPast() {
    return false;
  }

  @Override
  public DouyinMessage message(long n, long start, String roomId) {
    long round = n / entries.size();
    DouyinMessage message = entries.get((int) (n % entries.size())).message();
    return round == 0 ? message : fresh(message, round);
  }

  private static DouyinMessage fresh(DouyinMessage message, long round) {
    ByteBuffer payload = message.payload();
    if (message.method().equals(Payloads.GIFT)) {
      payload = regrouped(message, round);
    }
    return new DouyinMessage(message.method(), payload, message.id() + round * FRESH_IDS);
  }

  private static ByteBuffer regrouped(DouyinMessage message, long round) {
    long group = GiftChaos.look(message).group();
    return group == 0
        ? message.payload()
        : overridden(message.payload(), new ProtoWriter().varint(GIFT_GROUP_ID, group + round));
  }

  /** Of two values of one field the last one counts, so a field is replaced by one more. */
  static ByteBuffer overridden(ByteBuffer payload, ProtoWriter fields) {
    byte[] more = fields.toBytes();
    return ByteBuffer.allocate(payload.remaining() + more.length)
        .put(payload.duplicate())
        .put(more)
        .flip();
  }
}
