package io.github.danmuhub.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library as its users get it: a copy of it, built by Maven, in a local repository of its own.
 */
@Tag("load")
class PublishedLibraryTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private final Path repository;
  private final Path copy;

  PublishedLibraryTest(@TempDir Path dir) {
    repository = dir.resolve("repository");
    copy = dir.resolve("danmu");
  }

  @BeforeEach
  void copyTheLibrary() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("client/src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file);
      }
    }
    copy(ROOT.resolve("client/pom.xml"));
    copy(ROOT.resolve("pom.xml"));
  }

  private void copy(Path file) throws IOException {
    Path to = copy.resolve(ROOT.relativize(file).toString());
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
  }

  @Test
  void theExampleOfTheReadmeIsAProjectOfItsOwn() throws Exception {
    Run parent = maven(copy, "-N", "install");
    assertThat(parent.exit()).as(parent.said()).isZero();
    // there is no release to compare with yet, which is no fault
    Run installed = maven(copy.resolve("client"), "-Papi", "install");
    assertThat(installed.exit()).as(installed.said()).isZero();
    Path project = exampleProject();
    Run built = maven(project, "compile");
    assertThat(built.exit()).as(built.said()).isZero();
    assertThat(project.resolve("target/classes/Example.class")).exists();
  }

  private Path exampleProject() throws IOException {
    Path project = copy.resolveSibling("example");
    String readme = Files.readString(ROOT.resolve("README.md"));
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(
        project.resolve("src/main/java/Example.java"),
        """
        import io.github.danmuhub.DanmuClient;
        import io.github.danmuhub.event.Chat;
        import io.github.danmuhub.platform.bilibili.Bilibili;
        import java.util.concurrent.CountDownLatch;
        import java.util.concurrent.TimeUnit;

        class Example {
          public static void main(String[] args) throws InterruptedException {
            %s
          }
        }
        """
            .formatted(block(readme, "java")));
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>example</groupId>
          <artifactId>example</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.source>17</maven.compiler.source>
            <maven.compiler.target>17</maven.compiler.target>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(block(readme, "xml")));
    return project;
  }

  private static String block(String page, String language) {
    String begin = "```" + language + "\n";
    int from = page.indexOf(begin) + begin.length();
    return page.substring(from, page.indexOf("```", from));
  }

  @Test
  void aPublicMethodThatIsGoneBreaksTheBuild() throws Exception {
    Path source = copy.resolve("client/src/main/java/io/github/danmuhub/stream/StreamCounts.java");
    String today = Files.readString(source);
    int end = today.lastIndexOf('}');
    Files.writeString(source, today.substring(0, end) + "public long gone() { return 0; } }");
    Run released = maven(copy.resolve("client"), "package");
    assertThat(released.exit()).as(released.said()).isZero();
    keepAs("0.0.1");
    Files.writeString(source, today);
    Run compared = maven(copy.resolve("client"), "-Papi", "-Dapi.baseline=0.0.1", "verify");
    assertThat(compared.exit()).as(compared.said()).isNotZero();
    assertThat(compared.said()).contains("METHOD_REMOVED", "gone()");
  }

  /** What was just built, as a release of before. */
  private void keepAs(String version) throws IOException {
    Path release =
        Files.createDirectories(
            repository.resolve("io/github/danmuhub/danmu-client").resolve(version));
    Files.copy(
        copy.resolve("client/target/quick/danmu-client-" + VERSION + ".jar"),
        release.resolve("danmu-client-" + version + ".jar"));
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

  /**
   * What is in this machine's repository is taken from there, all else from where it comes from.
   */
  private Run maven(Path folder, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "cd \"$0\" && . scripts/maven.sh && cd \"$1\" && \"$MVN\" \"${@:2}\""));
    command.add(ROOT.toAbsolutePath().toString());
    command.add(folder.toString());
    command.addAll(List.of("-B", "-ntp", "-Dquick", "-Dmaven.test.skip=true"));
    command.addAll(List.of("-Dmaven.repo.local=" + repository, "-gs", settings().toString()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), said);
  }

  private Path settings() throws IOException {
    String here =
        Path.of(
                System.getProperty(
                    "localRepository", System.getProperty("user.home") + "/.m2/repository"))
            .toUri()
            .toString();
    return Files.writeString(
        copy.resolveSibling("settings.xml"),
        """
        <settings>
          <profiles>
            <profile>
              <id>here</id>
              <repositories><repository>%1$s</repository></repositories>
              <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles><activeProfile>here</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(
                "<id>here</id><url>%s</url>".formatted(here)
                    + "<releases><checksumPolicy>ignore</checksumPolicy></releases>"));
  }

  private record Run(int exit, String said) {}
}
