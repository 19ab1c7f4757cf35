package io.github.danmuhub.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.load.BuiltLibrary.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say to users of the library, as projects of their own. */
@Tag("load")
class LibraryProjectsTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path dir;
  private final BuiltLibrary library;

  LibraryProjectsTest(@TempDir Path dir) throws IOException {
    this.dir = dir;
    library = BuiltLibrary.copiedTo(dir.resolve("built"));
  }

  @BeforeEach
  void install() throws Exception {
    library.install();
  }

  private static String page(String name) throws IOException {
    return Files.readString(BuiltLibrary.ROOT.resolve(name));
  }

  /** The first block of that language below the words. */
  private static String block(String page, String below, String language) {
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find(page.indexOf(below))).as(below).isTrue();
    return block.group(1);
  }

  /** A project whose pom has the dependency as README gives it, and more. */
  private Path project(String name, String dependencies, String plugins) throws IOException {
    Path project = Files.createDirectories(dir.resolve(name));
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
          <dependencies>%s%s</dependencies>
          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.0</version>
              </plugin>
              %s
            </plugins>
          </build>
        </project>
        """
            .formatted(block(page("README.md"), "## Use it", "xml"), dependencies, plugins));
    return project;
  }

  private static void write(Path project, String file, String source) throws IOException {
    Path to = project.resolve(file);
    Files.createDirectories(to.getParent());
    Files.writeString(to, source);
  }

  private void builds(Path project, String... goals) throws Exception {
    Run built = library.maven(project, goals);
    assertThat(built.exit()).as(built.said()).isZero();
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(group, artifact, version);
  }

  @Test
  void theExampleOfTheReadmeIsAProjectOfItsOwn() throws Exception {
    Path project = project("java", "", "");
    write(
        project,
        "src/main/java/Example.java",
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
            .formatted(block(page("README.md"), "## Use it", "java")));
    builds(project, "compile");
    assertThat(project.resolve("target/classes/Example.class")).exists();
  }

  /** The same example in Kotlin, and the bridges, against what they bridge to. */
  @Test
  void theKotlinExampleAndTheBridgesCompile() throws Exception {
    String page = page("docs/library.md");
    String plugin =
        """
        <plugin>
          <groupId>org.jetbrains.kotlin</groupId>
          <artifactId>kotlin-maven-plugin</artifactId>
          <version>2.1.0</version>
          <configuration><sourceDirs><sourceDir>src/main/kotlin</sourceDir></sourceDirs></configuration>
          <executions><execution><phase>process-sources</phase><goals><goal>compile</goal></goals></execution></executions>
        </plugin>
        """;
    String dependencies =
        dependency("org.jetbrains.kotlin", "kotlin-stdlib", "2.1.0")
            + dependency("org.jetbrains.kotlinx", "kotlinx-coroutines-core-jvm", "1.7.3")
            + dependency("io.projectreactor", "reactor-core", "3.7.9");
    Path project = project("kotlin", dependencies, plugin);
    write(project, "src/main/kotlin/Example.kt", block(page, "## Kotlin", "kotlin"));
    write(
        project,
        "src/main/kotlin/Bridge.kt",
        """
        import io.github.danmuhub.DanmuClient
        import io.github.danmuhub.event.LiveEvent
        import kotlinx.coroutines.channels.awaitClose
        import kotlinx.coroutines.channels.trySendBlocking
        import kotlinx.coroutines.flow.Flow
        import kotlinx.coroutines.flow.callbackFlow

        """
            + block(page, "### Kotlin coroutines", "kotlin"));
    write(
        project,
        "src/main/java/Bridges.java",
        """
        import io.github.danmuhub.event.LiveEvent;
        import io.github.danmuhub.stream.EventStream;
        import io.github.danmuhub.stream.Subscription;
        import java.util.concurrent.Flow.Subscriber;
        import java.util.concurrent.SubmissionPublisher;
        import reactor.adapter.JdkFlowAdapter;
        import reactor.core.publisher.Flux;

        class Bridges {
          static Flux<LiveEvent> of(EventStream events, Subscriber<LiveEvent> subscriber) {
            %s
            %s
            return flux;
          }
        }
        """
            .formatted(
                block(page, "### java.util.concurrent.Flow", "java"),
                block(page, "### Reactor", "java")));
    builds(project, "compile");
    assertThat(project.resolve("target/classes/ExampleKt.class")).exists();
    assertThat(project.resolve("target/classes/BridgeKt.class")).exists();
    assertThat(project.resolve("target/classes/Bridges.class")).exists();
  }

  private static final String LISTENER =
      """
      package example;

      import io.github.danmuhub.DanmuClient;
      import io.github.danmuhub.event.Chat;
      import io.github.danmuhub.platform.bilibili.Bilibili;
      import java.net.URI;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.TimeUnit;

      public final class Listener {
        public static void main(String[] args) throws InterruptedException {
          CountDownLatch heard = new CountDownLatch(1);
          URI simulator = URI.create(args[0]);
          try (DanmuClient client =
              DanmuClient.builder(new Bilibili()).simulator(simulator).build()) {
            client.listen(
                "printer",
                event -> {
                  if (event instanceof Chat chat) {
                    System.out.println("heard " + chat.text());
                    heard.countDown();
                  }
                });
            client.open(args[1]);
            System.exit(heard.await(1, TimeUnit.MINUTES) ? 0 : 1);
          }
        }
      }
      """;

  /** A program of one class, with all jars that it needs in {@code target/lib}. */
  private Path listener(boolean module) throws Exception {
    String plugin =
        """
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>maven-dependency-plugin</artifactId>
          <configuration><outputDirectory>target/lib</outputDirectory></configuration>
        </plugin>
        """;
    Path project = project("listener", dependency("org.slf4j", "slf4j-simple", "2.0.17"), plugin);
    write(project, "src/main/java/example/Listener.java", LISTENER);
    if (module) {
      write(
          project,
          "src/main/java/module-info.java",
          "module example { requires io.github.danmuhub; }");
    }
    builds(project, "compile", "dependency:copy-dependencies");
    return project;
  }

  private static Run runs(Path project, List<String> arguments) throws Exception {
    try (ChildSimulator simulator = ChildSimulator.start(ChildSimulator.Hosting.ONE_ROOM)) {
      List<String> command = new ArrayList<>(List.of(JAVA.toString()));
      command.addAll(arguments);
      command.add(simulator.uri().toString());
      command.add(ChildSimulator.Hosting.ONE_ROOM.first());
      return Run.of(new ProcessBuilder(command).directory(project.toFile()));
    }
  }

  @Test
  void onTheModulePathItRunsWithTheFlagsOfTheReadme() throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of(block(page("README.md"), "module path", "").split("\\s+", -1)));
    arguments.removeIf(String::isBlank);
    arguments.addAll(List.of("-p", "target/classes:target/lib", "-m", "example/example.Listener"));
    Run run = runs(listener(true), arguments);
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said()).contains("heard ");
  }

  /** brotli4j brings that of the system on which Maven runs. */
  @Test
  void withoutTheNativeBrotliItIsSaidOnce() throws Exception {
    Path project = listener(false);
    try (Stream<Path> jars = Files.list(project.resolve("target/lib"))) {
      for (Path jar : jars.filter(each -> each.toString().contains("native-")).toList()) {
        Files.delete(jar);
      }
    }
    List<String> arguments = List.of("-cp", "target/classes:target/lib/*", "example.Listener");
    Run run = runs(project, arguments);
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said().lines().filter(line -> line.contains("brotli"))).hasSize(1);
  }
}
