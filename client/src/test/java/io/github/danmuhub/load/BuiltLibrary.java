package io.github.danmuhub.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the library, built by Maven, in a local repository of its own. */
final class BuiltLibrary {
  static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  static final String VERSION = "0.1.0-SNAPSHOT";

  private final Path dir;
  private final Path repository;
  private final Path copy;

  private BuiltLibrary(Path dir) {
    this.dir = dir;
    repository = dir.resolve("repository");
    copy = dir.resolve("danmu");
  }

  /** What a program said until its end. */
  record Run(int exit, String said) {
    /** Its standard output and its errors in one. */
    static Run of(ProcessBuilder program) throws IOException, InterruptedException {
      Process process = program.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor(), said);
    }
  }

  /** Not built yet; {@code dir} is empty. */
  static BuiltLibrary copiedTo(Path dir) throws IOException {
    BuiltLibrary library = new BuiltLibrary(dir);
    try (Stream<Path> files = Files.walk(ROOT.resolve("client/src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        library.copy(file);
      }
    }
    library.copy(ROOT.resolve("client/pom.xml"));
    library.copy(ROOT.resolve("pom.xml"));
    return library;
  }

  private void copy(Path file) throws IOException {
    Path to = copy.resolve(ROOT.relativize(file).toString());
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
  }

  /** The module's folder. */
  Path client() {
    return copy.resolve("client");
  }

  /** The jar that was built last. */
  Path jar() {
    return client().resolve("target/quick/danmu-client-" + VERSION + ".jar");
  }

  Path repository() {
    return repository;
  }

  /** As README says it, with what else Maven is told. */
  void install(String... more) throws Exception {
    Run parent = maven(copy, "-N", "install");
    assertThat(parent.exit()).as(parent.said()).isZero();
    List<String> all = new ArrayList<>(List.of("install"));
    all.addAll(List.of(more));
    Run installed = maven(client(), all.toArray(String[]::new));
    assertThat(installed.exit()).as(installed.said()).isZero();
  }

  /**
   * What is in this machine's repository is taken from there, all else from where it comes from.
   */
  Run maven(Path folder, String... args) throws Exception {
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
    return Run.of(new ProcessBuilder(command));
  }

  private Path settings() throws IOException {
    String here =
        Path.of(
                System.getProperty(
                    "localRepository", System.getProperty("user.home") + "/.m2/repository"))
            .toUri()
            .toString();
    return Files.writeString(
        dir.resolve("settings.xml"),
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
}
