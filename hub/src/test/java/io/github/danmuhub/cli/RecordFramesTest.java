package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code danmu record --frames}: rooms are captured, taken apart, and played again. */
class RecordFramesTest {
  private static final String BILIBILI = "bilibili:545068";
  private static final String DOUYIN = "douyin:80017709309";
  private static final Pattern TOKEN = Pattern.compile("\"key\" *: *\"([^\"]+)\"");
  private static final Pattern SIGNATURE = Pattern.compile("[?&]signature=([^&\"]*)");

  @TempDir Path dir = Path.of("");

  private Run record(String out, String... more) throws Exception {
    try (Simulator simulator = Hosted.scripted(100, BILIBILI, DOUYIN)) {
      List<String> args =
          List.of(
              "record",
              BILIBILI,
              DOUYIN,
              "--out",
              dir.resolve(out).toString(),
              "--frames",
              "--simulator",
              simulator.uri().toString(),
              "--for",
              "3s");
      Run run = Run.danmu(Stream.concat(args.stream(), Stream.of(more)).toList());
      assertThat(run.exit()).as(run.err()).isZero();
      return run;
    }
  }

  private Path capture(String out, String platform) throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve(out))) {
      return files
          .filter(file -> file.toString().endsWith(".frames.jsonl"))
          .filter(file -> file.toString().contains("-" + platform + "-"))
          .collect(Collectors.collectingAndThen(Collectors.toList(), found -> found.get(0)));
    }
  }

  private String text(String out, String platform) throws Exception {
    StringBuilder all = new StringBuilder(Files.readString(capture(out, platform)));
    for (CaptureEntry.Message message : CaptureReader.read(capture(out, platform)).messages()) {
      all.append(new String(message.bytes().toBytes(), ISO_8859_1));
    }
    return all.toString();
  }

  private Path cookie() throws IOException {
    Path file = Files.writeString(dir.resolve("cookie"), "SESSDATA=MYSESSION; bili_jct=MYJCT");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void aCapturedRoomIsTakenApartAndPlayedAgain() throws Exception {
    Run recorded = record("r");
    assertThat(recorded.err())
        .contains(BILIBILI + "] live")
        .contains("frames")
        .doesNotContain("lost");
    for (String room : List.of(BILIBILI, DOUYIN)) {
      Path file = capture("r", room.substring(0, room.indexOf(':')));
      Run inspected = Run.danmu("inspect", file.toString());
      assertThat(inspected.exit()).as(inspected.err()).isZero();
      assertThat(inspected.out()).contains("heartbeat").contains("chat");
      Capture capture = CaptureReader.read(file);
      assertThat(capture.problems()).isEmpty();
      assertThat(capture.entries().stream().dropWhile(CaptureEntry.Http.class::isInstance))
          .as("behind the lookup's answers")
          .first()
          .isInstanceOf(CaptureEntry.Open.class);
      assertThat(capture.entries()).hasAtLeastOneElementOfType(CaptureEntry.Close.class);
      assertThat(recordedTexts(room)).as(room).containsAll(textsPlayedAgain(room, capture));
    }
  }

  private Set<String> recordedTexts(String room) throws IOException {
    Set<String> texts = new HashSet<>();
    try (RecordingReader reader = Recording.open(dir.resolve("r")).reader()) {
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        if (n.event() instanceof Chat chat && room.startsWith(chat.origin().platform())) {
          texts.add(chat.text());
        }
      }
    }
    return texts;
  }

  private static Set<String> textsPlayedAgain(String room, Capture capture) throws IOException {
    try (Simulator simulator = Hosted.replaying(100, room, capture.inbound())) {
      String uri = simulator.uri().toString();
      String watch = "watch %s --only chat --json --limit 20 --for 20s --simulator %s";
      Run run = Run.danmu(List.of(watch.formatted(room, uri).split(" ")));
      assertThat(run.exit()).as(run.err()).isZero();
      Set<String> texts = new HashSet<>();
      for (String line : run.lines()) {
        texts.add(new ObjectMapper().readTree(line).get("text").asText());
      }
      assertThat(run.lines()).hasSize(20);
      return texts;
    }
  }

  @Test
  void noSecretIsInACaptureUnlessItIsAskedFor() throws Exception {
    String[] withCookie = {"-o", "bilibili.cookie-file=" + cookie()};
    record("redacted", withCookie);
    String bilibili = text("redacted", "bilibili");
    String douyin = text("redacted", "douyin");
    assertThat(bilibili).contains("\"key\":\"\"").doesNotContain("MYSESSION", "MYJCT");
    assertThat(first(TOKEN, bilibili)).isEmpty();
    assertThat(first(SIGNATURE, douyin)).isEqualTo("***");
    assertThat(bilibili + douyin).doesNotContainIgnoringCase("ttwid");
  }

  @Test
  void rawCapturesKeepTheTokenAndAreForTheirOwnersEyesOnly() throws Exception {
    record("raw", "--raw");
    assertThat(first(TOKEN, text("raw", "bilibili"))).isNotEmpty();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(capture("raw", "bilibili"))))
        .isEqualTo("rw-------");
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
