package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.PrintedNumber;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
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
  static void roomUserSeq(Delivery delivery) throws MalformedException {
    long time = 0;
    List<Rank.Entry> ranks = new ArrayList<>();
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 2 -> add(ranks, readContributor(in, ranks.size() + 1));
        case 3 -> figures.put(Figure.ONLINE, notNegative(in.int64()));
        case 7 -> figures.put(Figure.WATCHED, notNegative(in.int64()));
        default -> in.skip();
      }
    }
    Origin origin = delivery.origin(time);
    delivery.emit(new Stats(origin, figures));
    if (!ranks.isEmpty()) {
      delivery.emit(new Rank(origin.nth(2), ranks));
    }
  }

  private static Rank.Entry readContributor(ProtoReader in, int place) throws MalformedException {
    long score = 0;
    Viewer user = Viewer.NOBODY;
    int rank = place;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> score = in.int64();
        case 2 -> user = Viewer.read(in);
        case 3 -> rank = in.int32();
        default -> in.skip();
      }
    }
    in.leave(outer);
    return new Rank.Entry(user.shown(), score, rank > 0 ? rank : place);
  }

  static void roomStats(Delivery delivery) throws MalformedException {
    long time = 0;
    long value = 0;
    long total = 0;
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 5 -> value = notNegative(in.int64());
        case 9 -> total = notNegative(in.int64());
        default -> in.skip();
      }
    }
    long online = value != 0 ? value : total;
    delivery.emit(new Stats(delivery.origin(time), Map.of(Figure.ONLINE, online)));
  }

  static void roomRank(Delivery delivery) throws MalformedException {
    long time = 0;
    List<Rank.Entry> ranks = new ArrayList<>();
    ProtoReader in = delivery.reader();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> time = Common.time(in);
        case 2 -> add(ranks, readRoomRank(in, ranks.size() + 1));
        default -> in.skip();
      }
    }
    delivery.emit(new Rank(delivery.origin(time), ranks));
  }

  private static Rank.Entry readRoomRank(ProtoReader in, int place) throws MalformedException {
    Viewer user = Viewer.NOBODY;
    String score = "";
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> user = Viewer.read(in);
        case 2 -> score = in.string();
        default -> in.skip();
      }
    }
    in.leave(outer);
    return new Rank.Entry(user.shown(), PrintedNumber.parse(score).orElse(0), place);
  }

  private static void add(List<Rank.Entry> ranks, Rank.Entry entry) throws MalformedException {
    if (ranks.size() >= RANKS) {
      throw new MalformedException("ranking has more than " + RANKS + " places");
    }
    ranks.add(entry);
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
