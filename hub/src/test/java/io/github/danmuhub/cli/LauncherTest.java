package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's class archive, with a Java that only notes how it was called: made once, in the
 * background, for this Java and this jar, and never opened before it is whole.
 */
class LauncherTest {
  /** Notes its arguments, and writes the archive that it is asked for. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "$*" >> "$(dirname "$0")/../calls"
      for each in "$@"; do
        case "$each" in
          -XX:ArchiveClassesAtExit=*) echo archive > "${each#*=}"; exit "${DUMP_EXIT:-0}" ;;
          -Xshare:on) exit "${TRIAL_EXIT:-0}" ;;
        esac
      done
      """;

  private final Path home;

  LauncherTest(@TempDir Path home) throws IOException {
    this.home = home;
    for (String folder :
        List.of("client/src/main", "hub/src/main", "hub/target/quick", "scripts", "jdk/bin")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String file : List.of("pom.xml", "client/pom.xml", "hub/pom.xml")) {
      Files.createFile(home.resolve(file));
    }
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    for (String file : List.of("danmu", "scripts/run.sh")) {
      Files.copy(root.resolve(file), home.resolve(file));
    }
    Files.writeString(jar(), "a jar");
    Files.writeString(home.resolve("jdk/bin/java"), JAVA);
    assertThat(home.resolve("jdk/bin/java").toFile().setExecutable(true)).isTrue();
    release("17.0.15+6");
  }

  private Path jar() {
    return home.resolve("hub/target/quick/danmu.jar");
  }

  private void release(String version) throws IOException {
    Files.writeString(
        home.resolve("jdk/release"),
        "IMPLEMENTOR=\"Debian\"\nJAVA_RUNTIME_VERSION=\"%s\"\n".formatted(version));
  }

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "danmu", "watch", "bilibili:1").directory(home.toFile());
    builder.environment().remove("DANMU_CLASS_ARCHIVE");
    builder.environment().remove("DANMU_JAVA_OPTS");
    String path = home.resolve("jdk/bin") + File.pathSeparator + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  /** Runs the program, and waits until nothing of it is left. */
  private void run(Map<String, String> environment) throws Exception {
    Process danmu = start(environment);
    assertThat(new String(danmu.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(danmu.waitFor()).isZero();
    await().until(() -> files(".making").isEmpty());
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(jar().getParent())) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private List<String> calls(String part) throws IOException {
    return Files.readAllLines(home.resolve("jdk/calls")).stream()
        .filter(call -> call.contains(part))
        .toList();
  }

  private void runUntilThereIsAnArchive() throws Exception {
    run(Map.of());
    await().until(() -> files(".classes").size() == 1 && files(".making").isEmpty());
  }

  @Test
  void theFirstStartGoesWithoutAndHasOneMadeTheNextOneMapsIt() throws Exception {
    runUntilThereIsAnArchive();
    assertThat(calls("watch")).singleElement().asString().doesNotContain("SharedArchiveFile");
    assertThat(calls("practise")).hasSize(1);
    run(Map.of());
    assertThat(calls("watch").get(1))
        .contains("-XX:SharedArchiveFile=" + files(".classes").get(0))
        .contains("-Xshare:auto -Xlog:disable");
    assertThat(calls("practise")).hasSize(1);
  }

  @Test
  void anotherJavaOrAnotherJarHasOneOfItsOwn() throws Exception {
    runUntilThereIsAnArchive();
    Path first = files(".classes").get(0);
    release("25.0.3+9");
    run(Map.of());
    await().untilAsserted(() -> assertThat(files(".classes")).hasSize(1).doesNotContain(first));
    Path second = files(".classes").get(0);
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().plusSeconds(60)));
    run(Map.of());
    await().untilAsserted(() -> assertThat(files(".classes")).hasSize(1).doesNotContain(second));
    assertThat(calls("watch")).noneMatch(call -> call.contains("SharedArchiveFile"));
  }

  @Test
  void twoFirstStartsAtOnceMakeOne() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(start(Map.of()));
    }
    for (Process each : both) {
      assertThat(each.waitFor()).isZero();
    }
    await().until(() -> files(".classes").size() == 1 && files(".making").isEmpty());
    assertThat(calls("watch")).hasSize(2);
    assertThat(files(".classes").get(0)).hasContent("archive");
  }

  @Test
  void whatIsNotWholeOrNotTakenIsNotKept() throws Exception {
    for (String broken : List.of("DUMP_EXIT", "TRIAL_EXIT")) {
      run(Map.of(broken, "1"));
      await().until(() -> !calls(broken.startsWith("DUMP") ? "practise" : "-Xshare:on").isEmpty());
      await().until(() -> files(".making").isEmpty());
      assertThat(files(".classes")).isEmpty();
    }
  }

  /** As in a folder that is read-only, which it is not for root, who may run this test. */
  @Test
  void whereNoneCanBeMadeTheProgramRunsWithout() throws Exception {
    runUntilThereIsAnArchive();
    Path archive = files(".classes").get(0);
    Files.delete(archive);
    Files.writeString(archive.resolveSibling(archive.getFileName() + ".making"), "in the way");
    Process danmu = start(Map.of());
    assertThat(new String(danmu.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(danmu.waitFor()).isZero();
    assertThat(calls("watch")).hasSize(2);
    assertThat(files(".classes")).isEmpty();
  }

  @Test
  void aJavaThatDoesNotSayWhichItIsRunsWithout() throws Exception {
    Files.delete(home.resolve("jdk/release"));
    run(Map.of());
    assertThat(calls("")).hasSize(1);
  }

  @Test
  void itCanBeSwitchedOff() throws Exception {
    run(Map.of("DANMU_CLASS_ARCHIVE", "off"));
    assertThat(calls("")).hasSize(1);
  }
}
