package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedRecordingTest {
  @TempDir Path dir = Path.of("");

  private static LiveEvent chat(String id) {
    Origin origin = new Origin("twitch", "cat", id, 1_000, 1_000, false, null);
    return Chat.of(origin, User.of("7", "Ann"), "meow");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(dir.resolve("events.jsonl"), content);
  }

  @Test
  void aRecordingIsReadFromTheBeginningEachTime() throws IOException {
    List<LiveEvent> events = List.of(chat("a"), chat("b"), chat("c"));
    StringBuilder lines = new StringBuilder();
    events.forEach(e -> lines.append(new String(EventWriter.write(e), UTF_8)).append('\n'));

    PlayedRecording played = PlayedRecording.at(file(lines.toString())).orElseThrow();

    assertThat(played).containsExactlyElementsOf(events);
    assertThat(played).containsExactlyElementsOf(events);
  }

  @Test
  void aCaptureIsNoRecording() throws IOException {
    String line =
        "{\"v\":1,\"ev\":\"msg\",\"c\":1,\"t\":1,\"dir\":\"recv\",\"op\":2,\"b64\":\"AA==\"}\n";

    assertThat(PlayedRecording.at(file(line))).isEmpty();
    assertThat(PlayedRecording.at(dir.resolve("not-there"))).isEmpty();
  }
}
