package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.terminal.Console;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  @Test
  void aMissingCommandIsWrongUsageAndSaysWhereHelpIs() {
    Run run = Run.danmu();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Which command?").contains("--help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatOnlyAnotherArtifactDoesIsAnsweredWithItsName() {
    Run run = Run.danmu("rooms", "list");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("danmu: rooms: an artifact of its own, danmu-kafka");
  }

  @Test
  void anUnknownOptionIsOneLineAndExitTwo() {
    Run run = Run.danmu("watch", "bilibili:1", "--colour");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("--colour").doesNotContain("Exception");
  }

  @Test
  void aRoomOfNoPlatformIsAnsweredWithHowToWriteOne() {
    Run run = Run.danmu("watch", "nowhere:1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no platform knows the room 'nowhere:1'").contains("bilibili");
  }

  @Test
  void anUnknownEventTypeIsAnsweredWithTheKnownOnes() {
    Run run = Run.danmu("watch", "bilibili:1", "--only", "chats");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--only chats").contains("super_chat");
  }

  @Test
  void aSettingOfNoPlatformIsRefused() {
    Run run = Run.danmu("watch", "bilibili:1", "-o", "bilbili.transport=tcp");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no platform 'bilbili'");
  }

  @Test
  void anUnknownSettingOfAPlatformIsRefusedWithTheKnownOnes() {
    Run run = Run.danmu("watch", "bilibili:1", "-o", "bilibili.transports=tcp");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("transports").contains("transport");
  }

  @Test
  void aCookieOfOnePlatformNeverReachesAnother() {
    Run run = Run.danmu("watch", "bilibili:1", "douyin:80017709309", "--cookie-file", "cookie");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("-o PLATFORM.cookie-file=cookie");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    CommandLine danmu = Main.commandLine(new Console(System.out, System.err, false));
    danmu.getSubcommands().keySet().stream()
        .filter(command -> !command.equals("help"))
        .forEach(
            command -> {
              Run run = Run.danmu(command, "--help");
              assertThat(run.exit()).as(command).isZero();
              assertThat(run.out()).as(command).contains("Example: danmu " + command);
            });
  }

  @Test
  void aCommandLookedIntoAloneIsTheSameAsAmongAll() {
    for (String command : List.of("export", "watch", "serve")) {
      Console console = new Console(System.out, System.err, false);
      assertThat(Main.commandLine(console, command, "--debug").getSubcommands())
          .containsOnlyKeys(command);
      String alone = Run.danmu(command, "--help").out();
      assertThat(alone).isNotEmpty().isEqualTo(Run.danmu("help", command).out());
    }
  }

  @Test
  void debugShowsTheStackTraceAndNothingElseDoes() {
    String missing = "--cookie-file=no-such-file";
    assertThat(Run.danmu("watch", "bilibili:1", missing).err()).doesNotContain("\tat ");
    assertThat(Run.danmu("watch", "bilibili:1", missing, "--debug").err()).contains("\tat ");
  }
}
