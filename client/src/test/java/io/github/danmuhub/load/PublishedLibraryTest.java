package io.github.danmuhub.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.load.BuiltLibrary.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public API is held to the release before. */
@Tag("load")
class PublishedLibraryTest {
  private final BuiltLibrary library;

  PublishedLibraryTest(@TempDir Path dir) throws IOException {
    library = BuiltLibrary.copiedTo(dir);
  }

  @Test
  void whereThereIsNoReleaseYetItIsNoFault() throws Exception {
    library.install("-Papi");
    assertThat(library.jar()).exists();
  }

  @Test
  void aPublicMethodThatIsGoneBreaksTheBuild() throws Exception {
    breaks("stream/StreamCounts.java");
  }

  @Test
  void aPlatformsEntryIsHeldToo() throws Exception {
    breaks("platform/huya/Huya.java");
  }

  private void breaks(String file) throws Exception {
    Path source = library.client().resolve("src/main/java/io/github/danmuhub").resolve(file);
    String today = Files.readString(source);
    int end = today.lastIndexOf('}');
    Files.writeString(source, today.substring(0, end) + "public long gone() { return 0; } }");
    Run released = library.maven(library.client(), "package");
    assertThat(released.exit()).as(released.said()).isZero();
    keepAs("0.0.1");
    Files.writeString(source, today);
    Run compared = library.maven(library.client(), "-Papi", "-Dapi.baseline=0.0.1", "verify");
    assertThat(compared.exit()).as(compared.said()).isNotZero();
    assertThat(compared.said()).contains("METHOD_REMOVED", "gone()");
  }

  /** What was just built, as a release of before. */
  private void keepAs(String version) throws IOException {
    Path release =
        Files.createDirectories(
            library.repository().resolve("io/github/danmuhub/danmu-client").resolve(version));
    Files.copy(library.jar(), release.resolve("danmu-client-" + version + ".jar"));
    Files.writeString(
        release.resolve("danmu-client-" + version + ".pom"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>io.github.danmuhub</groupId>
          <artifactId>danmu-client</artifactId>
          <version>%s</version>
        </project>
        """
            .formatted(version));
  }
}
