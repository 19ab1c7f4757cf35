package io.github.danmuhub.intake;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.export.Export;
import io.github.danmuhub.export.ExportOptions;
import io.github.danmuhub.export.Exporters;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our XML, read and written again, is the same bytes. */
class XmlRoundTripTest {
  private static final ExportOptions ALL =
      ExportOptions.DEFAULTS.withForce(true).withRaw(true).withRetracted(true);

  @TempDir Path dir = Path.of("");

  private Path xml(Path input, String name, ExportOptions options) throws IOException {
    Path out = dir.resolve(name);
    new Export(
            new Intake(IntakeSettings.DEFAULTS).open(input),
            Exporters.named("xml").orElseThrow(),
            options)
        .to(out, Progress.NONE);
    return out;
  }

  private void isTheSameAgain(Path input, ExportOptions options) throws IOException {
    Path once = xml(input, "once.xml", options);
    assertThat(xml(once, "twice.xml", ALL))
        .hasSameTextualContentAs(once)
        .hasSameBinaryContentAs(once);
  }

  @Test
  void ofWhatACollectionOfEventsBecomes() throws IOException {
    Raw danmu = Raw.json("{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,1,1,\"甲>\"],\"你\\n好\"]}");
    Origin said = new Origin("bilibili", "545068", "id 1", START + 10, START + 1_234, false, danmu);
    List<LiveEvent> events = new ArrayList<>();
    events.add(new Room(origin(0), "标题 \"<&>", "TopStar", User.of("1", "主 播")));
    events.add(new Broadcast(origin(1), Broadcast.State.LIVE, START - 3_600_000));
    events.add(
        new Chat(
            said,
            user(1),
            " 你\n好\t& ",
            new Chat.Style(0, Chat.Mode.TOP),
            Chat.Pictures.NONE,
            null,
            0));
    events.add(chat(1_300, "", "]]> &amp; \u00a0"));
    events.add(chat(1_300, 2, ""));
    events.add(Chat.of(origin(1_400), User.of(null, null), "谁"));
    events.add(Chat.of(origin(1_450), User.of("MS4wLjAB", "抖音"), "号"));
    events.add(gift(2_000, 2, "小 花花", 3, 299));
    events.add(gift(2_100, 2, "辣条", 5, 0));
    events.add(membership(3_000, 4));
    events.add(superChat(4_000, 5, "三十元", 29_999));
    events.add(new SuperChat(origin(4_100), user(6), "", dollars(), 0));
    events.add(new Retract(origin(5_000), null, List.of("id 1")));
    isTheSameAgain(recorded(events), ALL);
  }

  private static Money dollars() {
    return new Money(4_990, "USD");
  }

  private Path recorded(List<LiveEvent> events) throws IOException {
    Path file = dir.resolve("recorded.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < events.size(); i++) {
      byte[] line = EventWriter.write(new Numbered(i + 1L, events.get(i)));
      lines.append(new String(line, UTF_8)).append('\n');
    }
    return Files.writeString(file, lines);
  }

  @Test
  void ofEveryRecordingThatPeopleSent() throws IOException {
    try (Stream<Path> files = Files.list(Captures.dir().resolve("cases/recordings"))) {
      for (Path file : files.sorted().toList()) {
        isTheSameAgain(file, ALL.withSelection(Selection.ofRoom(new RoomRef("bilibili", "1"))));
      }
    }
  }

  @Test
  void commentsInNoOrderAtAllAreSortedOnDisk() throws IOException {
    StringBuilder xml = new StringBuilder("<i><chatid>7</chatid>\n");
    int comments = 12_000;
    for (int i = 0; i < comments; i++) {
      int second = (int) ((i * 7_919L) % comments);
      xml.append("<d p=\"%d.5,1,25,255,0,0,a,%d\">%d</d>\n".formatted(second, i + 1, second));
    }
    Path file = Files.writeString(dir.resolve("video.xml"), xml.append("</i>"));
    List<String> texts =
        Files.readAllLines(xml(file, "sorted.xml", ALL)).stream()
            .filter(line -> line.startsWith("<d "))
            .map(line -> line.replaceAll("<[^>]*>", ""))
            .toList();
    assertThat(texts)
        .hasSize(comments)
        .isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
  }
}
