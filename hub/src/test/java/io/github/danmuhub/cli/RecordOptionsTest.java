package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be recorded so is told in one line, before anything is. */
class RecordOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--name ../{title}~--name has a / or \\: the files stay in their folder",
        "--name=~--name names no file; write it like {platform}-{room}-{anchor}-{start}-{title}",
        "--name {who}~--name has a field {who}; there are {platform}, {room}, {anchor}",
        "--split hour~--split is broadcast, title, both or none, not hour",
        "--only chats~--only chats: no such event; there are",
        "--webhook ftp://x~a webhook is a URL that begins with http:// or https://",
        "--webhook http://x --webhook-files~--webhook-files tells the files of copies: add --split",
        "--webhook-files~whom to tell? Name the webhook by --webhook URL",
        "--webhook http://x --webhook-secret-file nowhere~the secret in nowhere cannot be read",
      })
  void whatCannotBeDoneIsWrongUsageInOneLine(String options, String why, @TempDir Path dir) {
    Path out = dir.resolve("out");
    List<String> args = new ArrayList<>(List.of("record", "bilibili:1", "--out", out.toString()));
    args.addAll(List.of(options.split(" ", -1)));
    Run run = Run.danmu(args);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("danmu: " + why);
    assertThat(run.err().lines().filter(line -> line.startsWith("danmu: "))).hasSize(1);
    assertThat(out).doesNotExist();
  }
}
