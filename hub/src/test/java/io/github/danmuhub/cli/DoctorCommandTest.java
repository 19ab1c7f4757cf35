package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.FaultWords;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @Test
  void everyStepOfAHealthyRoomIsToldInOrder() throws IOException {
    Run run = doctor(List.of(), "bilibili:545068");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines().stream().map(line -> line.split(" ", 3)[1]))
        .containsSubsequence("room:", "broadcast:", "account:", "lookup:", "dial:", "auth:");
    assertThat(run.out()).contains("getDanmuInfo: HTTP 200").contains("heartbeat: it came back");
  }

  @Test
  void aRoomThatDoesNotExistFailsAtTheLookupInWords() throws IOException {
    Run run = doctor(List.of(), "bilibili:404404");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).last().asString().contains("✗ lookup", "does not exist (code 1) (");
    assertThat(run.out()).doesNotContain("(code 1) (code 1)");
  }

  @Test
  void aRefusedAuthenticationIsToldWithItsCode() throws IOException {
    Run run = doctor(List.of("auth-refused:always"), "bilibili:545068");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("✗ auth").contains("-101");
  }

  @Test
  void anExpiredCookieIsToldAndNeverShown(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("cookie"), "SESSDATA=expired; DedeUserID=7");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Run run = doctor(List.of(), "bilibili:545068", "--cookie-file", file.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("cookie expired").doesNotContain("SESSDATA=expired");
  }

  @Test
  void theAccountOfACookieIsToldWithoutTheCookie(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("cookie"), "SESSDATA=secret; DedeUserID=7");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Run run = doctor(List.of(), "bilibili:545068", "--cookie-file", file.toString(), "--json");
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("logged in as uid 7").doesNotContain("secret");
  }

  @Test
  void everyStepOfAHealthyDouyinRoomIsToldInOrder() throws IOException {
    Run run = doctor(List.of(), "douyin:80017709309");
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.lines().stream().map(line -> line.split(" ", 3)[1]))
        .containsSubsequence(
            "room:", "broadcast:", "account:", "lookup:", "dial:", "auth:", "heartbeat:");
    assertThat(run.out()).contains("an anonymous visitor").contains("im/fetch/: HTTP 200");
  }

  @Test
  void aRefusedDouyinSocketIsToldWithWhatToDoAndItsRoomIsPolled() throws IOException {
    Run run = doctor(List.of("device-blocked:always"), "douyin:80017709309");
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("✗ dial")
        .contains("Douyin says DEVICE_BLOCKED (handshake-status 415)", "-o douyin.rpc=")
        .contains("! dial: no socket: polling")
        .contains("✓ messages")
        .doesNotContain("no heartbeat came back");
  }

  @Test
  void aDouyinRoomThatDoesNotExistFailsAtTheLookupInWords() throws IOException {
    Run run = doctor(List.of(), "douyin:404404");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).last().asString().contains("✗ lookup", "Douyin has no room 404404");
  }

  @Test
  void aVerificationPageOfDouyinIsToldAsThat() throws IOException {
    Run run = doctor(List.of("lookup-refused:always"), "douyin:80017709309");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).last().asString().contains("✗ lookup", "verification page");
  }

  private static Run doctor(List<String> faults, String room, String... more) throws IOException {
    SimulatorOptions options =
        new SimulatorOptions(
            0,
            new SimulationOptions(
                List.of(hosted("bilibili:545068"), hosted("douyin:80017709309")),
                Rules.TODAY,
                50,
                1,
                false,
                FaultWords.parse(faults)));
    try (Simulator simulator = Simulator.start(Platforms.all(), options)) {
      List<String> args = new ArrayList<>(List.of("doctor", room, "--for", "500ms"));
      args.addAll(List.of("--simulator", simulator.uri().toString()));
      args.addAll(List.of(more));
      return Run.danmu(args);
    }
  }

  private static SimulatedRoom hosted(String room) {
    return new SimulatedRoom(Platforms.parse(room), List.of());
  }
}
