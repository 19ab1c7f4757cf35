package io.github.danmuhub.record.notice;

import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.record.copy.CopyName;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.copy.Split;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A webhook is told at least once, in order, whatever it answers. */
class NoticesTest {
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z.]+)\"");

  private final EventLog log = EventLog.inMemory(1_000, 1 << 20);
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Waits waits = new Waits();
  private long written = Long.MAX_VALUE;
  private long read;

  /** Time that passes as soon as somebody waits for it. */
  private static final class Waits implements LogFollower.Ending {
    private final List<Duration> all = new ArrayList<>();
    private boolean near;

    @Override
    public boolean isNear() {
      return near;
    }

    @Override
    public void await(Duration atMost) {
      all.add(atMost);
    }
  }

  /** Answers 200 where nothing else is set. */
  private Receiver.Answer hear(NoticeForm.Message message) {
    Matcher type = TYPE.matcher(message.body());
    types.add(type.find() ? type.group(1) : "");
    ids.add(message.id());
    int status = answers.isEmpty() ? 200 : answers.pop();
    return new Receiver.Answer(status, Duration.ZERO, Phrase.of("webhook.answers", status));
  }

  private Notices notices(boolean files) throws IOException {
    CopySettings copied =
        new CopySettings(Set.of(Split.BROADCAST), CopyName.of("{title}", ZoneOffset.UTC), Set.of());
    Notices notices =
        new Notices(
            Path.of("nowhere"),
            new DanmuForm(),
            files,
            this::hear,
            copied,
            () -> written,
            phrase -> said.add(phrase.toString()));
    notices.resume("");
    return notices;
  }

  private boolean take(Notices notices) throws IOException {
    Page page = log.read(read, Filter.ALL, 100);
    boolean taken = notices.take(page, waits);
    read = taken ? page.next() : read;
    return taken;
  }

  private void aBroadcast() {
    log.append(room(0, "A"));
    log.append(broadcast(0, State.LIVE));
    log.append(chat(1_000, 1, "one"));
    log.append(broadcast(2_000, State.OFFLINE));
  }

  @Test
  void itIsToldWhenABroadcastBeginsAndEnds() throws Exception {
    aBroadcast();
    assertThat(take(notices(false))).isTrue();
    assertThat(types).containsExactly("broadcast.started", "broadcast.ended");
    assertThat(said).isEmpty();
  }

  @Test
  void itIsToldOfFilesToo() throws Exception {
    aBroadcast();
    take(notices(true));
    assertThat(types)
        .containsExactly("broadcast.started", "file.opened", "file.closed", "broadcast.ended");
  }

  @Test
  void ofAFileItIsToldWhenThatIsWritten() throws Exception {
    aBroadcast();
    written = 2;
    waits.near = true;
    assertThat(take(notices(true))).isFalse();
    assertThat(types).isEmpty();
    written = 4;
    assertThat(take(notices(true))).isTrue();
    assertThat(types).hasSize(4);
  }

  @Test
  void oneThatFailsHearsTheSameUntilItComesBack() throws Exception {
    answers.addAll(List.of(0, 500, 503));
    aBroadcast();
    assertThat(take(notices(false))).isTrue();
    assertThat(types)
        .containsExactly(
            "broadcast.started",
            "broadcast.started",
            "broadcast.started",
            "broadcast.started",
            "broadcast.ended");
    assertThat(new HashSet<>(ids)).hasSize(2);
    assertThat(waits.all)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(said)
        .containsExactly(
            "webhook: it answers 0; it is told again until it hears", "webhook: it hears again");
  }

  @Test
  void oneThatRefusesAMessageIsToldTheNext() throws Exception {
    answers.addAll(List.of(404, 404, 404));
    aBroadcast();
    assertThat(take(notices(false))).isTrue();
    assertThat(types).endsWith("broadcast.started", "broadcast.ended").hasSize(4);
    assertThat(said).contains("webhook: it answers 404: this message is given up");
  }

  @Test
  void whatIsNotHeardAtTheEndIsToldByTheNextRunWithTheSameIds() throws Exception {
    aBroadcast();
    answers.addAll(List.of(200, 0));
    waits.near = true;
    Notices before = notices(false);
    String memory = before.memory();
    assertThat(take(before)).isFalse();
    Notices after = notices(false);
    after.resume(memory);
    assertThat(take(after)).isTrue();
    assertThat(types)
        .containsExactly(
            "broadcast.started", "broadcast.ended", "broadcast.started", "broadcast.ended");
    assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
  }

  @Test
  void aBroadcastThatGoesOnOverARestartIsToldOnce() throws Exception {
    log.append(room(0, "A"));
    log.append(broadcast(0, State.LIVE));
    Notices before = notices(false);
    take(before);
    Notices after = notices(false);
    after.resume(before.memory());
    log.append(broadcast(5_000, State.LIVE));
    log.append(broadcast(6_000, State.OFFLINE));
    take(after);
    assertThat(types).containsExactly("broadcast.started", "broadcast.ended");
  }
}
