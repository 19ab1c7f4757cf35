package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jar the launcher takes, with a Java that only says how it was called. */
class LauncherJarTest {
  private final Path home;

  LauncherJarTest(@TempDir Path home) throws IOException {
    this.home = home;
    for (String folder : List.of("lib", "scripts", "jdk/bin")) {
      Files.createDirectories(home.resolve(folder));
    }
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    for (String file : List.of("danmu", "scripts/run.sh")) {
      Files.copy(root.resolve(file), home.resolve(file));
    }
    Files.writeString(home.resolve("lib/danmu.jar"), "a jar");
    Files.writeString(home.resolve("jdk/bin/java"), "#!/usr/bin/env bash\necho \"$*\"\n");
    assertThat(home.resolve("jdk/bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("plain.yaml"), "server: {port: 0}\n# kafka: {}\n");
    Files.writeString(home.resolve("kafka.yaml"), "server: {port: 0}\nkafka:\n  zone: a\n");
  }

  private String run(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "danmu"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    String path = home.resolve("jdk/bin") + File.pathSeparator + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().put("DANMU_CLASS_ARCHIVE", "off");
    Process danmu = builder.redirectErrorStream(true).start();
    String said = new String(danmu.getInputStream().readAllBytes(), UTF_8);
    assertThat(danmu.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void kafkasIsTakenForRoomsInATopicAndAHubWhoseFileSaysSo() throws Exception {
    Files.writeString(home.resolve("lib/danmu-kafka.jar"), "a jar");
    assertThat(run("rooms", "list")).contains("lib/danmu-kafka.jar rooms list");
    assertThat(run("serve", "--config", "kafka.yaml")).contains("lib/danmu-kafka.jar serve");
    assertThat(run("serve", "--port", "0", "--config=kafka.yaml")).contains("danmu-kafka.jar");
    assertThat(run("serve", "--config", "plain.yaml")).contains("lib/danmu.jar serve");
    assertThat(run("serve", "--config", "missing.yaml")).contains("lib/danmu.jar serve");
    assertThat(run("serve")).contains("lib/danmu.jar serve");
    assertThat(run("watch", "rooms")).contains("lib/danmu.jar watch");
  }

  @Test
  void whereThatIsNotThereThePlainOneSaysWhatItLacks() throws Exception {
    assertThat(run("rooms", "list")).contains("lib/danmu.jar rooms list");
  }
}
