package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a home of its own, as a process without the locale of whoever tests. */
class LocaleTest {
  private static final String AUTH_REPLY = "0000001a0010000100000008000000017b22636f6465223a307d";

  private final Path home;

  LocaleTest(@TempDir Path home) throws IOException {
    this.home = home;
    for (String folder :
        List.of("client/src/main", "hub/src/main", "hub/target/quick", "scripts")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String pom : List.of("pom.xml", "client/pom.xml", "hub/pom.xml")) {
      Files.createFile(home.resolve(pom));
    }
    for (String file : List.of("danmu", "scripts/run.sh")) {
      Files.copy(Path.of(System.getProperty("danmu.root", "..")).resolve(file), home.resolve(file));
    }
    writeJar(home.resolve("hub/target/quick/danmu.jar"));
    Files.writeString(home.resolve("弹幕.txt"), AUTH_REPLY);
  }

  /** It holds nothing but where the classes under test are. */
  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private String run(Map<String, String> locale, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().clear();
    builder.environment().put("PATH", java + File.pathSeparator + System.getenv("PATH"));
    builder.environment().put("DANMU_CLASS_ARCHIVE", "off");
    builder.environment().putAll(locale);
    Process danmu = builder.redirectErrorStream(true).start();
    return new String(danmu.getInputStream().readAllBytes(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=xx_YY.UTF-8", "UNRELATED=1"})
  void chineseNamesWorkWhateverTheLocale(String locale) throws IOException {
    String[] pair = locale.split("=", 2);
    assertThat(run(Map.of(pair[0], pair[1]), "bash", "danmu", "inspect", "弹幕.txt"))
        .contains("authentication reply")
        .doesNotContain("no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "DANMU_LANG=zh", "LANG=zh"})
  void aChineseLocaleIsAnsweredInChineseEvenWhereItIsNotInstalled(String locale)
      throws IOException {
    String[] pair = locale.split("=", 2);
    assertThat(run(Map.of(pair[0], pair[1]), "bash", "danmu", "watch", "--limit", "0", "huya:1"))
        .contains("--limit 至少为 1");
  }

  @Test
  void theOptionGoesBeforeTheLocale() throws IOException {
    String[] refused = {"bash", "danmu", "watch", "--limit", "0", "huya:1", "--lang", "en"};
    assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), refused)).contains("--limit must be at least 1");
    refused[7] = "zh";
    assertThat(run(Map.of("LC_ALL", "C"), refused)).contains("--limit 至少为 1");
  }

  @Test
  void withoutTheLauncherANameThatCannotBeWrittenIsToldInWords() throws IOException {
    String told =
        run(
            Map.of("LC_ALL", "C"),
            "java",
            "-jar",
            "hub/target/quick/danmu.jar",
            "doctor",
            "--cookie-file",
            "甜饼.txt",
            "bilibili:6");
    assertThat(told)
        .contains("the locale cannot write that file's name: set LC_ALL=C.UTF-8")
        .doesNotContain("Exception", "java.");
  }
}
