package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.event.json.Rfc3339;
import io.github.danmuhub.intake.Intake;
import io.github.danmuhub.intake.IntakeSettings;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recorders on one room for an hour, each with a clock, drops and a gap of its own. */
class MergedHourTest {
  private static final long MINUTE = 60_000;
  private static final long AHEAD = 7_300;

  @TempDir Path dir = Path.of("");

  private final List<LiveEvent> script = new ArrayList<>();
  private final Set<String> dropped = new HashSet<>();

  /** What one recorder writes: late by up to so much, without what it dropped or did not hear. */
  private Path recorded(String name, long ahead, long late, long gapFrom, long gapTo, int seed)
      throws Exception {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    Set<String> missed = new HashSet<>();
    boolean told = false;
    long at = 0;
    for (LiveEvent event : script) {
      long heard = event.origin().received() + random.nextLong(late);
      boolean gone = heard >= START + gapFrom && heard < START + gapTo;
      if (gone || random.nextInt(50) == 0) {
        missed.add(key(event));
        continue;
      }
      at = Math.max(at, heard + ahead);
      if (!told && heard >= START + gapTo) {
        told = true;
        Origin origin = Origin.ours("bilibili", "545068", at);
        long from = START + gapFrom + ahead;
        lines.append(line(new Gap(origin, from, START + gapTo + ahead, "lost")));
      }
      lines.append(line(received(at, event)));
    }
    dropped.retainAll(missed);
    return Files.writeString(dir.resolve(name), lines);
  }

  private static String line(LiveEvent event) {
    return new String(EventWriter.write(event), UTF_8) + "\n";
  }

  /** By way of JSON, in which the time of receipt stands alone. */
  private static LiveEvent received(long at, LiveEvent event) throws Exception {
    String json = new String(EventWriter.write(event), UTF_8);
    String time = "\"received\":\"" + Rfc3339.text(at) + "\"";
    return EventReader.read(json.replaceFirst("\"received\":\"[^\"]*\"", time)).event();
  }

  private static List<LiveEvent> merged(Path... inputs) throws IOException {
    List<LiveEvent> events = new ArrayList<>();
    try (EventReading reading =
        new Intake(IntakeSettings.DEFAULTS).open(List.of(inputs)).open(Selection.ALL)) {
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        events.add(n.event());
      }
    }
    return events;
  }

  private static boolean isMessage(LiveEvent event) {
    return event instanceof Chat
        || event instanceof SuperChat
        || event instanceof Membership
        || (event instanceof Gift gift && gift.count() > 0);
  }

  /** Messages of different kinds may have one id. */
  private static String key(LiveEvent event) {
    return event.getClass().getSimpleName() + " " + event.origin().id();
  }

  @Test
  void everyMessageIsThereOnceAndOnlyWhatBothMissedIsMissing() throws Exception {
    new ScriptedRoom(START, 5, script::add).pass(Duration.ofHours(1).toMillis());
    Set<String> once = new HashSet<>(); // a connection tells no message twice
    script.removeIf(event -> isMessage(event) && !once.add(key(event)));
    script.forEach(event -> dropped.add(key(event)));
    Path one = recorded("one.jsonl", 0, 40, 10 * MINUTE, 14 * MINUTE, 1);
    Path two = recorded("two.jsonl", AHEAD, 900, 12 * MINUTE, 20 * MINUTE, 2);
    List<LiveEvent> merged = merged(one, two);
    List<String> ids =
        merged.stream().filter(MergedHourTest::isMessage).map(MergedHourTest::key).toList();
    List<String> heard =
        script.stream()
            .filter(MergedHourTest::isMessage)
            .map(MergedHourTest::key)
            .filter(key -> !dropped.contains(key))
            .toList();
    assertThat(heard).hasSizeGreaterThan(10_000);
    assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(heard);
    assertThat(merged).extracting(event -> event.origin().received()).isSorted();
    List<Gap> gaps = merged.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).from()).isCloseTo(START + 12 * MINUTE, within(1_000));
    assertThat(gaps.get(0).to()).isCloseTo(START + 14 * MINUTE, within(1_000));
    assertThat(merged(two, one).stream().filter(MergedHourTest::isMessage)).hasSameSizeAs(ids);
  }

  private static Offset<Long> within(long ms) {
    return Offset.offset(ms);
  }
}
