package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The 322 real commands of 2023, through real sockets, to {@code danmu watch --json}. */
class RealInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CAPTURE = "bilibili/blive-ws/message.anon.bin";

  /** Of the capture, beside the {@code room} and {@code broadcast} of the lookup. */
  private static final int EVENTS = 199;

  private static final Map<String, Integer> EXPECTED =
      new TreeMap<>(
          Map.of("chat", 134, "enter", 37, "like", 3, "stats", 17, "rank", 6, "unknown", 2));

  @Test
  void theRealCommandsBecomeTheSameEventsByEveryTransportAndVersion() throws Exception {
    List<JsonNode> first = watch("wss", "3");
    assertThat(counts(first)).isEqualTo(EXPECTED);
    assertThat(first).filteredOn(e -> e.has("image")).hasSize(1);
    assertThat(first).filteredOn(e -> e.has("effect")).hasSize(1);
    for (String[] way :
        new String[][] {
          {"wss", "2"}, {"ws", "0"}, {"ws", "3"}, {"tcp", "0"}, {"tcp", "2"}, {"tcp", "3"}
        }) {
      assertThat(watch(way[0], way[1])).as("%s, protover %s", way[0], way[1]).isEqualTo(first);
    }
  }

  /** The events of one run without {@code connection}, the lookup's own, and {@code received}. */
  private static List<JsonNode> watch(String transport, String protover) throws Exception {
    try (Simulator simulator =
        Simulator.start(Platforms.all(), Replays.of("bilibili:545068", CAPTURE, Rules.TODAY))) {
      Run run =
          Run.danmu(
              "watch",
              "bilibili:545068",
              "--simulator",
              simulator.uri().toString(),
              "--json",
              "--for",
              "30s",
              "--limit",
              String.valueOf(EVENTS + 2),
              "-o",
              "bilibili.transport=" + transport,
              "-o",
              "bilibili.protover=" + protover);
      assertThat(run.exit()).as(run.err()).isZero();
      return events(run);
    }
  }

  private static List<JsonNode> events(Run run) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : run.lines()) {
      ObjectNode event = (ObjectNode) JSON.readTree(line);
      event.remove("received");
      if (!Arrays.asList("connection", "room", "broadcast").contains(event.get("type").asText())) {
        events.add(event);
      }
    }
    return events;
  }

  private static Map<String, Integer> counts(List<JsonNode> events) {
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach(e -> counts.merge(e.get("type").asText(), 1, Integer::sum));
    return counts;
  }
}
