package io.github.danmuhub.platform.huya.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import io.github.danmuhub.platform.huya.message.RecordingEmitter;
import io.github.danmuhub.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says is what a session hears, as far as Huya can tell it. */
class HuyaScriptTest {
  private static final int BEATS = 2_000;

  private final RecordingEmitter out = new RecordingEmitter();
  private final HuyaEvents events = new HuyaEvents(HuyaStage.ROOM, false);
  private final List<LiveEvent> said = new ArrayList<>();

  @BeforeEach
  void theRoomWasLookedUp() {
    events.presenter(HuyaStage.PRESENTER);
  }

  private void play(long seed) {
    Script script = new Script("huya", "lpl", HuyaWords.VOCABULARY, seed, 5);
    for (int beat = 0; beat < BEATS; beat++) {
      out.now = 1_790_000_000_000L + script.due(beat);
      events.onWake(out);
      Optional<LiveEvent> event =
          HuyaWords.VOCABULARY.carried().of(script.event(beat, 1_790_000_000_000L));
      event.ifPresent(said::add);
      event.stream()
          .flatMap(each -> HuyaEvents.encode(each, HuyaStage.PRESENTER).stream())
          .forEach(message -> events.onMessage(message, out));
    }
    events.end(out);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void chatEntriesAndFiguresAreHeardAsTheyWereSaid(long seed) {
    play(seed);
    assertThat(out.malformed).isEmpty();
    for (Class<? extends LiveEvent> type : List.of(Chat.class, Enter.class, Stats.class)) {
      assertThat(of(type, out.events)).isNotEmpty().isEqualTo(of(type, said));
    }
  }

  private static List<LiveEvent> of(Class<? extends LiveEvent> type, List<LiveEvent> events) {
    return events.stream()
        .filter(type::isInstance)
        .<LiveEvent>map(HuyaScriptTest::withoutReceived)
        .toList();
  }

  /** The same as if it had been received at 0. */
  private static LiveEvent withoutReceived(LiveEvent event) {
    Origin o = event.origin();
    Origin at = new Origin(o.platform(), o.room(), o.id(), o.time(), 0, o.history(), null);
    if (event instanceof Chat c) {
      return new Chat(
          at,
          c.user(),
          c.text(),
          c.color(),
          c.mode(),
          c.emotes(),
          c.image(),
          c.replyTo(),
          c.repeated());
    }
    if (event instanceof Enter e) {
      return new Enter(at, e.user(), e.effect());
    }
    return new Stats(at, ((Stats) event).figures());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void giftsAddUpAndEachComboEndsAtItsTotal(long seed) {
    play(seed);
    assertThat(sums(out.events)).isNotEmpty().isEqualTo(sums(said));
    assertThat(totals(out.events)).isNotEmpty().isEqualTo(totals(said));
  }

  /** Count and thousandths by giver and gift. */
  private static Map<String, List<Long>> sums(List<LiveEvent> events) {
    Map<String, List<Long>> sums = new TreeMap<>();
    for (Gift gift : gifts(events)) {
      Money value = gift.value();
      List<Long> more = List.of(gift.count(), value == null ? 0 : value.milli());
      sums.merge(
          gift.user() + " " + gift.item(),
          more,
          (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
    }
    return sums;
  }

  /** The last of each combo. */
  private static Map<String, Gift.Combo> totals(List<LiveEvent> events) {
    Map<String, Gift.Combo> totals = new TreeMap<>();
    for (Gift gift : gifts(events)) {
      Gift.Combo combo = gift.combo();
      if (combo != null) {
        totals.put(combo.id(), combo);
      }
    }
    return totals;
  }

  private static List<Gift> gifts(List<LiveEvent> events) {
    return events.stream().filter(Gift.class::isInstance).map(Gift.class::cast).toList();
  }
}
