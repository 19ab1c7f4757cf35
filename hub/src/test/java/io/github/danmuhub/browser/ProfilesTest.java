package io.github.danmuhub.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
  private final List<Phrase> said = new ArrayList<>();

  @Test
  void aProfileIsItsOwnersAloneAndStaysWhileTheyLive(@TempDir Path home) throws Exception {
    Profiles profiles = new Profiles(home);
    Path mine = profiles.create();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
        .isEqualTo("rwx------");
    profiles.sweep(said::add);
    assertThat(mine).exists();
    assertThat(said).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsEndedAndRemoved(@TempDir Path home) throws Exception {
    Profiles profiles = new Profiles(home);
    Path left = profiles.create();
    Files.writeString(left.resolve("Cookies"), "secret", UTF_8);
    Process still = new ProcessBuilder("tail", "-f", left.resolve("Cookies").toString()).start();
    try {
      // the same number, but another process: numbers are given again
      Files.writeString(
          home.resolve(left.getFileName() + ".owner"),
          ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z",
          UTF_8);
      profiles.sweep(said::add);
      assertThat(still.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(home).isEmptyDirectory();
      assertThat(said).extracting(Phrase::key).containsExactly("browser.left_over");
    } finally {
      still.destroyForcibly();
    }
  }
}
