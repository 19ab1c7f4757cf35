package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorials' own programs, as they are, under the rules of 2022. They know one address; where
 * its port is taken, these tests are skipped in words. No other test may listen there.
 */
class TutorialSeedsTest {
  private static final int PORT = 7001;
  private static final String BILIBILI = "bilibili/blive-ws/message.anon.bin";
  private static final String DOUYIN = "douyin/synthetic/burst60.bin";

  @Test
  void theTutorialOfPlainWebSocketsPrintsEveryChatOfBilibili() throws Exception {
    Seed.file("seed_000.py");
    try (Simulator simulator = simulator("bilibili:545068", BILIBILI)) {
      List<String> lines = Seed.run("seed_000.py", "websockets", Path.of("."), " : ", 134);
      assertThat(lines).filteredOn(line -> line.contains(" : ")).hasSize(134);
      assertThat(simulator.tallies().get("bilibili")).doesNotContainKey("odd: text frames");
    }
  }

  @Test
  void theTutorialWithRawCharactersInItsAddressPrintsEveryChatOfDouyin(@TempDir Path classes)
      throws Exception {
    Seed.file("seed_001.py");
    Protobuf.generate(Seed.file("douyin.proto"), classes);
    try (Simulator simulator = simulator("douyin:80017709309", DOUYIN)) {
      List<String> lines =
          Seed.run("seed_001.py", "requests, websocket, google.protobuf", classes, "【", 24);
      assertThat(lines).filteredOn(line -> line.startsWith("【")).hasSize(24);
      assertThat(simulator.tallies().get("douyin")).doesNotContainKey("acks wrong");
    }
  }

  @Test
  void theTutorialThatSendsTextOnlyPrintsEveryChatOfBilibili() throws Exception {
    Path library =
        Path.of(System.getProperty("danmu.root", ".."), "hub/src/test/resources/tutorial");
    Seed.file("seed_002.py");
    try (Simulator simulator = simulator("bilibili:545068", BILIBILI)) {
      List<String> lines = Seed.run("seed_002.py", "asyncio", library, "[DANMU_MSG]", 134);
      assertThat(lines).filteredOn(line -> line.startsWith("[DANMU_MSG]")).hasSize(134);
      SortedMap<String, Long> tallies = simulator.tallies().get("bilibili");
      assertThat(tallies).containsEntry("odd: text frames", 1L);
    }
  }

  private static Simulator simulator(String room, String capture) throws Exception {
    try {
      return Simulator.start(Platforms.all(), Replays.of(PORT, room, capture, Rules.YEAR_2022));
    } catch (IOException taken) {
      return abort("the tutorials' port is taken: " + taken.getMessage());
    }
  }
}
