package io.github.danmuhub.kafka.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a zone misses, and however the zones' events come between each other. */
class MergerPropertyTest {
  private static final int MESSAGES = 40;
  private static final long STEP_MS = 100;

  /** The events of both, each zone's in its own order. */
  private static List<ZoneEvent> interleaved(
      List<ZoneEvent> first, List<ZoneEvent> second, long seed) {
    Random random = new Random(seed);
    List<ZoneEvent> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      boolean one = j == second.size() || (i < first.size() && random.nextBoolean());
      all.add(one ? first.get(i++) : second.get(j++));
    }
    return all;
  }

  private static List<ZoneEvent> chats(Heard zone, Collection<Integer> missed) {
    List<ZoneEvent> chats = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      if (!missed.contains(i)) {
        chats.add(zone.chat(Integer.toString(i), STEP_MS * i));
      }
    }
    return chats;
  }

  @Property(tries = 300)
  void whatHasAnIdIsToldOnceIfAnyZoneHeardIt(
      @ForAll @Size(max = 60) List<@IntRange(max = MESSAGES - 1) Integer> missedByA,
      @ForAll @Size(max = 60) List<@IntRange(max = MESSAGES - 1) Integer> missedByB,
      @ForAll long seed) {
    List<ZoneEvent> heard =
        interleaved(chats(Heard.in("a"), missedByA), chats(Heard.in("b"), missedByB), seed);

    List<LiveEvent> merged = Heard.merged(heard);

    Set<Integer> expected = new TreeSet<>();
    for (int i = 0; i < MESSAGES; i++) {
      if (!missedByA.contains(i) || !missedByB.contains(i)) {
        expected.add(i);
      }
    }
    assertThat(merged)
        .allMatch(Chat.class::isInstance)
        .extracting(event -> Integer.valueOf(String.valueOf(event.origin().id())))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** As a session counts it: what is above the last step that this zone heard. */
  private static List<ZoneEvent> combo(
      Heard zone, List<Integer> steps, Collection<Integer> missed) {
    List<ZoneEvent> gifts = new ArrayList<>();
    long total = 0;
    long before = 0;
    for (int i = 0; i < steps.size(); i++) {
      total += steps.get(i);
      if (!missed.contains(i)) {
        gifts.add(zone.gift("m" + i, total - before, total, false, STEP_MS * i));
        before = total;
      }
    }
    return gifts;
  }

  @Property(tries = 300)
  void giftsAddUpToTheHighestTotalThatAnyZoneHeard(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> steps,
      @ForAll @Size(max = 20) List<@IntRange(max = 19) Integer> missedByA,
      @ForAll @Size(max = 20) List<@IntRange(max = 19) Integer> missedByB,
      @ForAll long seed) {
    List<ZoneEvent> a = combo(Heard.in("a"), steps, missedByA);
    List<ZoneEvent> b = combo(Heard.in("b"), steps, missedByB);

    List<LiveEvent> merged = Heard.merged(interleaved(a, b, seed));

    long highest = 0;
    long total = 0;
    for (int i = 0; i < steps.size(); i++) {
      total += steps.get(i);
      highest = missedByA.contains(i) && missedByB.contains(i) ? highest : total;
    }
    assertThat(merged.stream().mapToLong(gift -> ((Gift) gift).count()).sum()).isEqualTo(highest);
    assertThat(merged.stream().map(gift -> String.valueOf(gift.origin().id())))
        .doesNotHaveDuplicates();
  }

  /** In each step a zone hears a chat, or nothing; a run of nothing is told as one gap after it. */
  private static List<ZoneEvent> withGaps(Heard zone, List<Boolean> hears) {
    List<ZoneEvent> events = new ArrayList<>(List.of(zone.chat("first " + zone, 0)));
    int deafSince = -1;
    for (int i = 1; i <= hears.size() + 1; i++) {
      boolean heard = i > hears.size() || hears.get(i - 1);
      if (!heard) {
        deafSince = deafSince < 0 ? i : deafSince;
        continue;
      }
      if (deafSince > 0) {
        events.add(zone.gap(STEP_MS * deafSince, STEP_MS * i));
        deafSince = -1;
      }
      events.add(zone.chat(zone + " " + i, STEP_MS * i));
    }
    return events;
  }

  @Property(tries = 300)
  void theGapsAreThoseThatBothZonesHad(
      @ForAll @Size(30) List<Boolean> heardByA,
      @ForAll @Size(30) List<Boolean> heardByB,
      @ForAll long seed) {
    List<ZoneEvent> a = withGaps(Heard.in("a"), heardByA);
    List<ZoneEvent> b = withGaps(Heard.in("b"), heardByB);

    // both have said something before: who was never heard of is not waited for
    List<ZoneEvent> all = new ArrayList<>(List.of(a.remove(0), b.remove(0)));
    all.addAll(interleaved(a, b, seed));
    List<LiveEvent> merged = Heard.merged(all);

    Set<Long> expected = new HashSet<>();
    for (int i = 1; i <= 30; i++) {
      if (!heardByA.get(i - 1) && !heardByB.get(i - 1)) {
        expected.add((long) i);
      }
    }
    List<Long> told = new ArrayList<>();
    for (LiveEvent event : merged) {
      if (event instanceof Gap gap) {
        for (long at = gap.from(); at < gap.to(); at += STEP_MS) {
          told.add((at - Heard.START) / STEP_MS);
        }
      }
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<ZoneEvent> enters(Heard zone, int from, int to) {
    List<ZoneEvent> enters = new ArrayList<>();
    for (int i = from; i < to; i++) {
      enters.add(zone.enter(i, 1_000L * i));
    }
    return enters;
  }

  /** The zones' clocks agree and their events come together, but for a worker that is killed. */
  @Property(tries = 200)
  void whatHasNoIdIsToldOnceAlthoughAWorkerIsKilled(
      @ForAll @IntRange(min = 1, max = 30) int killedAt, @ForAll boolean theLead) {
    Heard first = Heard.in("a");
    Heard second = Heard.in("b");
    List<ZoneEvent> killed = enters(theLead ? first : second, 0, killedAt);
    List<ZoneEvent> lives = enters(theLead ? second : first, 0, 60);
    List<ZoneEvent> all = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      ZoneEvent other = i < killed.size() ? killed.get(i) : null;
      all.add(theLead && other != null ? other : lives.get(i));
      if (other != null) {
        all.add(theLead ? lives.get(i) : other);
      }
    }

    assertThat(Heard.merged(all)).hasSize(60).doesNotHaveDuplicates();
  }
}
