package io.github.danmuhub.script;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What happens besides chat, in turn: one method an act. For one scene; what an act leaves open,
 * such as a battle, is closed by another act of the same round.
 */
final class Acts {
  private static final List<Function<Acts, List<Beat>>> ROUND =
      List.of(
          acts -> acts.shopping.combo(),
          Acts::likes,
          acts -> acts.shopping.pin(),
          Acts::figures,
          acts -> acts.shopping.group(),
          Acts::battleBegins,
          Acts::vote,
          Acts::follow,
          acts -> acts.shopping.combo(),
          Acts::battleGoesOn,
          acts -> acts.shopping.membership(),
          Acts::likes,
          Acts::lotteryBegins,
          acts -> acts.shopping.single(),
          Acts::share,
          Acts::battleEnds,
          acts -> acts.shopping.combo(),
          Acts::ranking,
          Acts::retraction,
          Acts::lotteryIsDrawn,
          acts -> acts.shopping.group(),
          Acts::figures,
          Acts::order);

  /** How many sorts of acts there are. */
  static final int SORTS = ROUND.size();

  private static final long BATTLE_MS = 300_000;
  private static final int PLACES = 3;
  private static final int VOTERS = 5;
  private static final int LIKES = 15;

  private final long number;
  private final Cast cast;
  private final Vocabulary vocabulary;
  private final RandomGenerator random;
  private final Shopping shopping;

  /**
   * @param number of the act, counted through all scenes
   * @param comboId for a combo of this act
   */
  Acts(long number, Cast cast, Vocabulary vocabulary, RandomGenerator random, String comboId) {
    this.number = number;
    this.cast = cast;
    this.vocabulary = vocabulary;
    this.random = random;
    shopping = new Shopping(cast.viewer(number), vocabulary.shop(), random, comboId);
  }

  /** The act that it is time for. */
  List<Beat> play() {
    return ROUND.get(Math.floorMod(number, ROUND.size())).apply(this);
  }

  /** How far the room has come: its figures grow with it. */
  private long far() {
    return Math.max(0, number);
  }

  /** What the acts of one round have in common. */
  private long round() {
    return Math.max(0, Math.floorDiv(number, ROUND.size()));
  }

  Beat chat() {
    User user = cast.somebody(random);
    int color = Words.color(random);
    return said(user, Words.line(vocabulary.emotes(), random), color);
  }

  Beat anchorSpeaks() {
    return said(cast.anchor(), Words.line(List.of(), random), Chat.NO_COLOR);
  }

  /** Where there is no chat, such as on a news wire, it is news. */
  private Beat said(User user, String text, int color) {
    List<Chat.Emote> meant =
        vocabulary.emotes().stream().filter(emote -> text.contains(emote.key())).toList();
    return vocabulary.carried().has(Chat.class) || !vocabulary.carried().has(Notice.class)
        ? origin ->
            new Chat(
                origin, user, text, Chat.Style.of(color), Chat.Pictures.of(meant, null), null, 0)
        : origin -> new Notice(origin, user, text);
  }

  Beat enters() {
    User user = cast.somebody(random);
    return origin -> new Enter(origin, user, null);
  }

  private List<Beat> vote() {
    return Stream.generate(
            () -> said(cast.somebody(random), Words.vote(random), Words.color(random)))
        .limit(VOTERS)
        .toList();
  }

  private List<Beat> likes() {
    User user = cast.somebody(random);
    long count = 1L + random.nextInt(LIKES);
    return List.of(origin -> new Like(origin, user, count, 100_000 + far() * LIKES));
  }

  private List<Beat> follow() {
    User user = cast.somebody(random);
    return List.of(origin -> new Follow(origin, user));
  }

  private List<Beat> share() {
    User user = cast.somebody(random);
    return List.of(origin -> new Share(origin, user));
  }

  private List<Beat> figures() {
    Map<Figure, Long> figures =
        Map.of(
            Figure.ONLINE, 2_000L + random.nextInt(300),
            Figure.WATCHED, 43_000 + far() * 10,
            Figure.LIKES, 100_000 + far() * LIKES,
            Figure.POPULARITY, 500_000L + random.nextInt(10_000),
            Figure.FOLLOWERS, 10_000 + far(),
            Figure.MEMBERS, 120 + far() / ROUND.size());
    return List.of(origin -> new Stats(origin, figures));
  }

  /** The best of today, best first. */
  private List<Beat> ranking() {
    List<Rank.Entry> best = new ArrayList<>();
    for (int place = 1; place <= PLACES; place++) {
      best.add(new Rank.Entry(cast.viewer(round() + place), 1_000 / place, place));
    }
    return List.of(origin -> new Rank(origin, best));
  }

  private List<Beat> battleBegins() {
    return battle(Battle.State.START, 0);
  }

  private List<Beat> battleGoesOn() {
    return battle(Battle.State.PROGRESS, 1);
  }

  private List<Beat> battleEnds() {
    return battle(Battle.State.END, 2);
  }

  private List<Beat> battle(Battle.State state, long phase) {
    Battle.Side ours = new Battle.Side(cast.room(), cast.anchor().name(), phase * 1_200);
    Battle.Side theirs = new Battle.Side("" + (1_000 + round()), "隔壁主播", phase * 900);
    return List.of(
        origin -> new Battle(origin, state, List.of(ours, theirs), origin.time() + BATTLE_MS));
  }

  private List<Beat> lotteryBegins() {
    return lottery(Lottery.Phase.START, List.of());
  }

  private List<Beat> lotteryIsDrawn() {
    return lottery(
        Lottery.Phase.AWARD, List.of(cast.viewer(round() + 1), cast.viewer(round() + 2)));
  }

  private static List<Beat> lottery(Lottery.Phase phase, List<User> winners) {
    Lottery.Prize prize = new Lottery.Prize("猫粮", 2, null);
    return List.of(origin -> new Lottery(origin, null, phase, prize, winners));
  }

  /** Somebody says a thing that is taken back. */
  private List<Beat> retraction() {
    User user = cast.somebody(random);
    AtomicReference<String> said = new AtomicReference<>("");
    return List.of(
        origin -> {
          said.set(String.valueOf(origin.id()));
          return Chat.of(origin, user, "加我看更多");
        },
        origin -> new Retract(origin, null, List.of(said.get())));
  }

  /** A moderator mutes somebody, or the room is warned. */
  private List<Beat> order() {
    User target = cast.somebody(random);
    return List.of(
        origin -> new Moderation(origin, null, Moderation.Action.MUTE, target, null),
        origin -> new Moderation(origin, null, Moderation.Action.WARN, null, "请注意言行"));
  }
}
