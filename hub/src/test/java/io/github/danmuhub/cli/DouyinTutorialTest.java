package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.Python;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.simulator.Simulator;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The client that the tutorials teach, changed only in its host. */
class DouyinTutorialTest {
  private static final String CAPTURE = "douyin/synthetic/burst60.bin";

  @Test
  void aTutorialsClientShowsAllChatsUnderTheRulesOf2022() throws Exception {
    try (Simulator simulator = simulator(Rules.YEAR_2022)) {
      List<String> lines = run(simulator);
      assertThat(lines).first().asString().startsWith("room 76").contains("80017709309");
      assertThat(lines).filteredOn(line -> line.startsWith("chat ")).hasSize(24);
      SortedMap<String, Long> tallies = simulator.tallies().get("douyin");
      assertThat(tallies).containsKey("acks right").doesNotContainKey("acks wrong");
    }
  }

  @Test
  void aTutorialsClientFindsNothingOnTodaysPage() throws Exception {
    try (Simulator simulator = simulator(Rules.TODAY)) {
      assertThat(run(simulator)).containsExactly("no RENDER_DATA on the page");
    }
  }

  private static Simulator simulator(Rules rules) throws Exception {
    return Simulator.start(Platforms.all(), Replays.of("douyin:80017709309", CAPTURE, rules));
  }

  private static List<String> run(Simulator simulator) throws Exception {
    String base = simulator.uri().toString();
    return Python.run("requests, websocket", "tutorial/douyin.py", base, "80017709309", "24", "30");
  }
}
