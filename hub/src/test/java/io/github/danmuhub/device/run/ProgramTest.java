package io.github.danmuhub.device.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.device.Acts;
import io.github.danmuhub.device.run.ProgramSink.Program;
import io.github.danmuhub.rule.action.Outcome.How;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir Path dir = Path.of("");

  @BeforeEach
  void onUnix() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
  }

  private static ProgramSink sink(int seconds, String... command) {
    return new ProgramSink(Map.of("it", new Program(List.of(command), seconds)));
  }

  @Test
  void argumentsArriveAsTheyAreAndNoShellReadsThem() throws Exception {
    Path out = dir.resolve("out");
    ProgramSink sink = sink(10, "/bin/sh", "-c", "printf '%s|' \"$@\" > " + out, "it");
    var result =
        Acts.perform(sink, Map.of("name", "it", "arguments", List.of("$(id); a b", "`id`", "猫")));
    assertThat(result.how()).isEqualTo(How.DONE);
    assertThat(out).hasContent("$(id); a b|`id`|猫|");
  }

  @Test
  void whatLooksLikeAnOptionIsRefused() throws Exception {
    var result =
        Acts.perform(sink(10, "/bin/true"), Map.of("name", "it", "arguments", List.of("-rf")));
    assertThat(result.words().toString()).contains("begins with '-'");
  }

  @Test
  void aFailureAndAnAbsenceAreToldInWords() throws Exception {
    assertThat(Acts.perform(sink(10, "/bin/sh", "-c", "exit 3"), Map.of("name", "it")).words())
        .hasToString("it ended with 3");
    assertThat(Acts.perform(sink(10, "/nowhere/none"), Map.of("name", "it")).words().toString())
        .contains("cannot be started");
  }

  @Test
  void whatDoesNotEndIsEnded() throws Exception {
    assertThat(Acts.perform(sink(1, "/bin/sh", "-c", "sleep 60"), Map.of("name", "it")).words())
        .hasToString("it was ended after 1 s");
  }
}
