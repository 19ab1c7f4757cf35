package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CookieFileTest {
  private final Path dir;

  CookieFileTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aPrivateFileWithOneLineIsTheCookie() throws IOException {
    Path file = write("SESSDATA=secret; bili_jct=x\n", "rw-------");
    assertThat(CookieFile.read(file, "bilibili").cookie()).isEqualTo("SESSDATA=secret; bili_jct=x");
    assertThat(CookieFile.read(file, "bilibili").toString()).doesNotContain("secret");
  }

  @Test
  void aFileThatOthersCanReadIsRefusedWithWhatToDo() throws IOException {
    Path file = write("SESSDATA=secret", "rw-r--r--");
    assertThatThrownBy(() -> CookieFile.read(file, "bilibili"))
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aFolderIsRefusedWithoutAdviceToLockIt() {
    assertThatThrownBy(() -> CookieFile.read(dir, "bilibili"))
        .hasMessageContaining(dir + " is a folder")
        .hasMessageNotContaining("chmod");
  }

  @Test
  void aMissingFileIsToldAsMissing() {
    assertThatThrownBy(() -> CookieFile.read(dir.resolve("none"), "bilibili"))
        .hasMessageEndingWith("no such file");
  }

  @Test
  void aFileWithSeveralLinesIsNoCookie() throws IOException {
    Path file = write("secret\nlines\n", "rw-------");
    assertThatThrownBy(() -> CookieFile.read(file, "bilibili"))
        .hasMessageContaining("holds no name=value")
        .hasMessageNotContaining("secret");
  }

  private Path write(String text, String permissions) throws IOException {
    Path file = Files.writeString(dir.resolve("cookie"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
