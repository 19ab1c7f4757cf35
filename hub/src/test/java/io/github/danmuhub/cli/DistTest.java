package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people download, made by {@code danmu dist} and tried in an empty folder. */
@Tag("load")
class DistTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));

  private final Path home;

  DistTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void eachDownloadRunsWhereNothingElseIs() throws Exception {
    run(ROOT, System.getenv("PATH"), "bash", "danmu", "dist", home.toString());
    sumsAreRight();
    assertThat(demo(unpacked("-linux.zip"), "danmu", javaAlone())).contains("bilibili:545068");
    Path image = unpacked("-with-java.zip");
    assertThat(demo(image, "bin/danmu", "/nowhere")).contains("bilibili:545068");
    assertThat(image.resolve("licences")).isNotEmptyDirectory();
  }

  private void sumsAreRight() throws Exception {
    List<String> lines = Files.readAllLines(home.resolve("SHA256SUMS"));
    assertThat(lines).hasSizeGreaterThanOrEqualTo(5);
    for (String line : lines) {
      byte[] file = Files.readAllBytes(home.resolve(line.substring(line.indexOf("  ") + 2)));
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(file);
      assertThat(line).startsWith(HexFormat.of().formatHex(sum));
    }
  }

  /** A folder with a Java 17 and what a shell needs, and no compiler. */
  private static String javaAlone() {
    return Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin";
  }

  private Path unpacked(String ending) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      Path zip = files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
      Path folder = Files.createTempDirectory(home, "unpacked");
      try (ZipFile file = new ZipFile(zip.toFile())) {
        for (ZipEntry entry : file.stream().filter(each -> !each.isDirectory()).toList()) {
          Path to = folder.resolve(entry.getName());
          Files.createDirectories(to.getParent());
          Files.copy(file.getInputStream(entry), to);
          if (to.getFileName().toString().equals("danmu") || to.toString().contains("/lib/")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
      try (Stream<Path> top = Files.list(folder)) {
        return top.findFirst().orElseThrow();
      }
    }
  }

  private static String demo(Path folder, String program, String path) throws Exception {
    return run(folder, path, folder.resolve(program).toString(), "demo", "--for", "4s");
  }

  private static String run(Path folder, String path, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PATH", path);
    builder.environment().put("DANMU_CLASS_ARCHIVE", "off");
    builder.environment().remove("JAVA_HOME");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
