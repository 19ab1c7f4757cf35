package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.PrintedNumber;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures about the room, and its rankings. */
final class StatsEvents {
  private static final int RANKS = 1_000;

  private StatsEvents() {}

  /** People now and so far; with the best givers where they are listed. */
  static void roomUserSeq(Delivery delivery, ProtoFields in) throws MalformedException {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    put(figures, Figure.ONLINE, in, 3);
    put(figures, Figure.WATCHED, in, 7);
    Origin origin = delivery.origin(in);
    List<Rank.Entry> ranks = places(in.messages(2, RANKS, StatsEvents::readContributor));
    delivery.emit(new Stats(origin, figures));
    if (!ranks.isEmpty()) {
      delivery.emit(new Rank(origin.nth(2), ranks));
    }
  }

  private static void put(Map<Figure, Long> figures, Figure figure, ProtoFields in, int field)
      throws MalformedException {
    if (in.has(field)) {
      figures.put(figure, notNegative(in.int64(field)));
    }
  }

  private static Rank.Entry readContributor(ProtoFields in) throws MalformedException {
    return new Rank.Entry(Viewer.read(in, 2).shown(), in.int64(1), in.int32(3));
  }

  static void roomStats(Delivery delivery, ProtoFields in) throws MalformedException {
    long value = notNegative(in.int64(5));
    long total = notNegative(in.int64(9));
    long online = value != 0 ? value : total;
    delivery.emit(new Stats(delivery.origin(in), Map.of(Figure.ONLINE, online)));
  }

  static void roomRank(Delivery delivery, ProtoFields in) throws MalformedException {
    List<Rank.Entry> ranks = places(in.messages(2, RANKS, StatsEvents::readRoomRank));
    delivery.emit(new Rank(delivery.origin(in), ranks));
  }

  private static Rank.Entry readRoomRank(ProtoFields in) throws MalformedException {
    long score = PrintedNumber.parse(in.string(2)).orElse(0);
    return new Rank.Entry(Viewer.read(in, 1).shown(), score, 0);
  }

  /** A user without a place of their own has the one in the list. */
  private static List<Rank.Entry> places(List<Rank.Entry> told) {
    List<Rank.Entry> ranks = new ArrayList<>();
    for (Rank.Entry entry : told) {
      int place = entry.rank() > 0 ? entry.rank() : ranks.size() + 1;
      ranks.add(new Rank.Entry(entry.user(), entry.score(), place));
    }
    return ranks;
  }

  private static long notNegative(long figure) throws MalformedException {
    if (figure < 0) {
      throw new MalformedException("figure is below zero");
    }
    return figure;
  }

  static DouyinMessage encode(Stats stats, Head head) {
    return head.message(
        "WebcastRoomUserSeqMessage",
        out -> {
          stats.figure(Figure.ONLINE).ifPresent(online -> out.varint(3, online));
          stats.figure(Figure.WATCHED).ifPresent(watched -> out.varint(7, watched));
        });
  }

  static DouyinMessage encode(Rank rank, Head head) {
    return head.message(
        "WebcastRoomRankMessage",
        out -> {
          for (Rank.Entry entry : rank.list()) {
            ProtoWriter score = new ProtoWriter().message(1, Viewer.write(entry.user()));
            out.message(2, score.string(2, Long.toString(entry.score())));
          }
        });
  }
}
