package io.github.danmuhub.script;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.User;
import io.github.danmuhub.script.Carried.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final long START = 1_790_000_000_000L;
  private static final int LONG = 2_000;

  private static Script script(Vocabulary vocabulary, long seed) {
    return new Script("tiny", "545068", vocabulary, seed, 5);
  }

  private static List<LiveEvent> play(Script script, int events) {
    return LongStream.range(0, events).mapToObj(n -> script.event(n, START)).toList();
  }

  private static List<LiveEvent> everything() {
    return play(script(Vocabularies.everything(), 1), LONG);
  }

  private static <E> List<E> all(Class<E> type) {
    return everything().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void theSameSeedSaysTheSameInWhateverOrderItIsAsked() {
    Script other = script(Vocabularies.everything(), 1);
    List<LiveEvent> backwards = new ArrayList<>();
    for (int n = LONG - 1; n >= 0; n--) {
      backwards.add(0, other.event(n, START));
    }
    assertThat(backwards).isEqualTo(everything());
  }

  @Test
  void anotherSeedAndAnotherRoomSayOtherThings() {
    Script room = new Script("tiny", "2", Vocabularies.everything(), 1, 5);

    assertThat(play(script(Vocabularies.everything(), 2), 100)).isNotEqualTo(everything());
    assertThat(room.event(0, START)).isNotEqualTo(everything().get(0));
  }

  @Test
  void timeRunsAtTheRateAndIdsAreAllDifferent() {
    List<LiveEvent> events = everything();

    assertThat(events.get(10).origin().time()).isEqualTo(START + 2_000);
    assertThat(events.stream().map(e -> Objects.requireNonNull(e.origin().id())).collect(toSet()))
        .hasSize(LONG);
  }

  @Test
  void whatHappenedBeforeAnybodyListenedHasATimeToo() {
    LiveEvent before = script(Vocabularies.everything(), 1).event(-3, START);

    assertThat(before.origin().time()).isEqualTo(START - 600);
  }

  @Test
  void mostOfItIsChatAndPeopleWhoComeBack() {
    List<Chat> chats = all(Chat.class);
    Map<String, Long> spoke = new HashMap<>();
    chats.forEach(chat -> spoke.merge(chat.user().displayName(), 1L, Long::sum));

    assertThat(chats).hasSizeGreaterThan(LONG / 3);
    assertThat(spoke.values()).filteredOn(times -> times > 1).hasSizeGreaterThan(50);
    assertThat(spoke).hasSizeGreaterThan(100);
  }

  @Test
  void everyTypeOfEventThatTheTableHasHappens() {
    Set<Class<?>> seen = everything().stream().map(Object::getClass).collect(toSet());

    assertThat(seen)
        .isEqualTo(
            Vocabularies.everything().carried().lines().stream()
                .map(Carried.Line::type)
                .collect(toSet()));
  }

  @Test
  void aComboTellsWhatIsNewThenItsTotalThenItsEnd() {
    Map<String, Long> counted = new HashMap<>();
    Set<String> ended = new HashSet<>();
    for (Gift gift : all(Gift.class)) {
      Gift.Combo combo = gift.combo();
      if (combo != null) {
        assertThat(counted.merge(combo.id(), gift.count(), Long::sum)).isEqualTo(combo.total());
        assertThat(combo.last()).isEqualTo(gift.count() == 0);
        assertThat(combo.last() ? ended.add(combo.id()) : !ended.contains(combo.id())).isTrue();
      }
    }
    assertThat(ended).hasSizeGreaterThan(10).isEqualTo(counted.keySet());
  }

  @Test
  void aVoteIsSpokenByNameAndByNumber() {
    assertThat(all(Chat.class)).extracting(Chat::text).contains("逗猫棒", "小球", "激光笔", "1", "2", "3");
  }

  @Test
  void aBattleBeginsGoesOnAndEnds() {
    assertThat(all(Battle.class))
        .extracting(Battle::state)
        .startsWith(Battle.State.START, Battle.State.PROGRESS, Battle.State.END);
  }

  @Test
  void whatIsTakenBackWasSaidBefore() {
    Set<String> said = new HashSet<>();
    List<String> takenBack = new ArrayList<>();
    for (LiveEvent event : everything()) {
      if (event instanceof Retract retract) {
        assertThat(said).containsAll(retract.ids());
        takenBack.addAll(retract.ids());
      }
      said.add(Objects.requireNonNull(event.origin().id()));
    }
    assertThat(takenBack).isNotEmpty();
  }

  @Test
  void aPlatformThatTellsChatAndEntriesAloneHasNothingElseInItsScript() {
    Carried little =
        Carried.of(
            Ids.NUMBERS,
            Set.of(),
            Carried.line(Chat.class, Carried.NO_TIME, Set.of()),
            Carried.line(Enter.class, Carried.NO_TIME, Set.of()));

    assertThat(play(script(Vocabularies.of(little), 1), LONG))
        .hasOnlyElementsOfTypes(Chat.class, Enter.class);
  }

  @Test
  void theAnchorSpeaksToo() {
    User anchor = script(Vocabularies.everything(), 1).cast().anchor();

    assertThat(all(Chat.class)).extracting(Chat::user).contains(anchor);
  }

  @Test
  void aMembershipCostsWhatItsTierCosts() {
    assertThat(all(Membership.class))
        .isNotEmpty()
        .allSatisfy(bought -> assertThat(bought.name()).isEqualTo("舰长"))
        .allSatisfy(
            bought ->
                assertThat(Objects.requireNonNull(bought.value()).milli()).isEqualTo(138_000));
  }
}
