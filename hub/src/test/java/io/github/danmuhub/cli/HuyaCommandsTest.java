package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.testing.Captures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands know Huya: its frames, its rooms, its simulated side. */
class HuyaCommandsTest {

  private static Run danmu(String... words) {
    return Run.danmu(List.of(words));
  }

  @ParameterizedTest
  @CsvSource({
    "register_group_req_cmd16.b64, live:1724691",
    "get_props_list_req_cmd3.b64, getPropsList",
    "heartbeat_cmd20.b64, heartbeat",
    "synthetic/cmd7_1400_plain.b64, 观众甲",
    "synthetic/cmd22_batch.b64, SendItemSubBroadcastPacket"
  })
  void aFrameIsTakenApartWithoutSayingWhoseItIs(String capture, String shown) {
    Run run = danmu("inspect", Captures.dir().resolve("huya/" + capture).toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("huya", shown);
  }

  @Test
  void theDoctorWalksToLive() throws IOException {
    SimulatedRoom room = new SimulatedRoom(Platforms.parse("huya:lpl"), List.of());
    SimulationOptions options =
        new SimulationOptions(List.of(room), Rules.TODAY, 20, 1, false, PendingFaults.none());
    try (Simulator simulator = Simulator.start(Platforms.all(), new SimulatorOptions(0, options))) {
      Run run = danmu("doctor", "m.huya.com/lpl", "--simulator", simulator.uri().toString());
      assertThat(run.exit()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("mp.huya.com", "wsapi.huya.com", "live");
    }
  }

  @Test
  void aRoomThatDoesNotExistIsToldInWords() throws IOException {
    SimulationOptions options =
        new SimulationOptions(List.of(), Rules.TODAY, 20, 1, false, PendingFaults.none());
    try (Simulator simulator = Simulator.start(Platforms.all(), new SimulatorOptions(0, options))) {
      Run run = danmu("watch", "huya:nobody", "--simulator", simulator.uri().toString());
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out() + run.err()).contains("Huya has no room nobody");
    }
  }
}
