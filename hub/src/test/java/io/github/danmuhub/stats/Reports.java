package io.github.danmuhub.stats;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.superChat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Recordings that are made up, and the reports of them. */
final class Reports {
  static final List<LiveEvent> EVENING =
      List.of(
          connection(0, 0, 0),
          room(0, "晚上好"),
          broadcast(1_000, State.LIVE),
          chat(2_000, 1, "a"),
          chat(3_000, 2, "b"),
          chat(70_000, 1, "c"),
          gift(71_000, 2, "小花花", 3, 300),
          gift(72_000, 2, "小花花", 2, 200),
          gift(73_000, 4, "免费", 9, 0),
          superChat(80_000, 3, "加油", 30_000),
          membership(90_000, 5),
          new Stats(origin(95_000), Map.of(Stats.Figure.ONLINE, 120L)),
          new Stats(origin(96_000), Map.of(Stats.Figure.ONLINE, 80L)),
          new Gap(origin(110_000), START + 100_000, START + 110_000, "reset"),
          new Unknown(origin(111_000), "NEW_CMD"),
          connection(112_000, 2, 5),
          connection(113_000, 0, 1),
          chat(200_000, 1, "d"),
          chat(200_100, 3, "e"),
          chat(200_200, 1, "f"),
          broadcast(240_000, State.OFFLINE));

  private Reports() {}

  static Connection connection(long at, long reconnects, long dropped) {
    return new Connection(
        origin(at),
        Connection.State.LIVE,
        null,
        0,
        0,
        0,
        new Connection.Health(0, 0, new Connection.Counts(0, 0, 0, 0, dropped, reconnects, 0)));
  }

  static Recording record(Path dir, List<LiveEvent> events) throws IOException {
    try (Recorder recorder = Recorder.open(LogOptions.of(dir), e -> {})) {
      events.forEach(recorder);
    }
    return Recording.open(dir);
  }

  static Report report(Recording recording) throws IOException {
    return report(recording, Selection.ALL);
  }

  static Report report(Recording recording, Selection selection) throws IOException {
    return Statistics.of(recording, selection, 10, Progress.NONE);
  }

  static String printed(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.print(new PrintStream(out, true, UTF_8), Words.ENGLISH);
    return out.toString(UTF_8);
  }

  static JsonNode json(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeJson(out);
    return new ObjectMapper().readTree(out.toByteArray());
  }
}
