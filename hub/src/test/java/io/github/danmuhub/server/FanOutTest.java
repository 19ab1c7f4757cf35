package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a delivery costs: one room with 1,000 messages a second, readers in a process of their own;
 * the hub's processor time with N readers less its time with none, over the events that they all
 * got. Beside it a bare broadcast of Vert.x', and, where {@code -Ddanmu.load.before} names the jar
 * of an earlier build, that one: in turns, so that whatever else runs here harms them alike.
 */
@Tag("load")
class FanOutTest {
  private static final int ROUNDS = Integer.getInteger("danmu.load.rounds", 3);
  private static final int SECONDS = Integer.getInteger("danmu.load.seconds", 8);
  private static final int WARM_SECONDS = 3;
  private static final int PER_SECOND = 1_000;
  private static final int ATTEMPTS = 5;
  private static final int FEW = 200;
  private static final int MANY = 1_000;
  private static final String ROOM = "bilibili:545068";
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final String BEFORE = System.getProperty("danmu.load.before", "");

  private final Map<String, HubProcess> hubs = new LinkedHashMap<>();
  private final List<HubProcess> platforms = new ArrayList<>();

  /** Of one measurement. */
  private record Cost(double microseconds, long medianMs, double eventBytes) {}

  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  @Test
  void aDeliveryCostsLittleMoreThanWritingIt() throws Exception {
    try {
      start("now", CLASS_PATH);
      if (!BEFORE.isEmpty()) {
        start("before", BEFORE);
      }
      hubs.put("bare", new HubProcess(List.of(), CLASS_PATH, BareBroadcast.class.getName(), "360"));
      measureAll();
      costs.clear(); // until then they were compiled
      for (int round = 0; round < ROUNDS; round++) {
        measureAll();
      }
    } finally {
      hubs.values().forEach(HubProcess::close);
      platforms.forEach(HubProcess::close);
    }
    report();
    assertThat(median("now", FEW).medianMs()).as("p50 at " + FEW).isLessThanOrEqualTo(15);
    if (!BEFORE.isEmpty()) {
      assertThat(median("now", MANY).microseconds())
          .isLessThanOrEqualTo(0.7 * median("before", MANY).microseconds());
      assertThat(median("now", FEW).microseconds())
          .isLessThanOrEqualTo(median("before", FEW).microseconds());
    }
  }

  /** Each build has a platform of its own. */
  private void start(String name, String classPath) throws IOException {
    HubProcess platform = danmu(classPath, "simulate", "--room", ROOM, "--rate", "" + PER_SECOND);
    platforms.add(platform);
    String simulator = "http://127.0.0.1:" + platform.port();
    hubs.put(
        name, danmu(classPath, "serve", "--port", "0", "--simulator", simulator, "--room", ROOM));
  }

  private static HubProcess danmu(String classPath, String... arguments) throws IOException {
    return new HubProcess(List.of(), classPath, Main.class.getName(), arguments);
  }

  private void measureAll() throws IOException {
    for (Map.Entry<String, HubProcess> hub : hubs.entrySet()) {
      int attempts = 0;
      while (!measure(hub.getKey(), hub.getValue())) {
        assertThat(++attempts).as("%s heard its room", hub.getKey()).isLessThan(ATTEMPTS);
      }
    }
  }

  /** False where the room was lost, or made up for, meanwhile, as on a busy machine: once more. */
  private boolean measure(String name, HubProcess hub) throws IOException {
    double idle = cpuMicros(hub, 0, new String[4]);
    Map<String, Cost> measured = new LinkedHashMap<>();
    for (int readers : new int[] {FEW, MANY}) {
      String[] heard = new String[4];
      double busy = cpuMicros(hub, readers, heard);
      long events = Long.parseLong(heard[2]);
      if (events < PER_SECOND * SECONDS / 2 || busy <= idle) {
        return false;
      }
      double eventBytes = Double.parseDouble(heard[1]) / events;
      double deliveries = Long.parseLong(heard[0]) / eventBytes;
      Cost cost = new Cost((busy - idle) / deliveries, Long.parseLong(heard[3]), eventBytes);
      measured.put(key(name, readers), cost);
    }
    measured.forEach((key, cost) -> costs.computeIfAbsent(key, k -> new ArrayList<>()).add(cost));
    return true;
  }

  private static String key(String hub, int readers) {
    return "%6s, %5d readers".formatted(hub, readers);
  }

  /** The processor time while so many readers read, whose figures are put into {@code heard}. */
  private static double cpuMicros(HubProcess hub, int readers, String[] heard) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASS_PATH,
                FanOutReaders.class.getName(),
                Integer.toString(hub.port()),
                Integer.toString(readers),
                Integer.toString(WARM_SECONDS),
                Integer.toString(SECONDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).isEqualTo("begin");
      long before = hub.cpu().toNanos();
      String end = String.valueOf(out.readLine());
      long after = hub.cpu().toNanos();
      assertThat(end).startsWith("end ");
      System.arraycopy(end.split(" ", -1), 1, heard, 0, heard.length);
      return (after - before) / 1_000.0;
    } finally {
      process.destroyForcibly();
    }
  }

  /** The middle one of all rounds. */
  private Cost median(String hub, int readers) {
    return sorted(key(hub, readers)).get(ROUNDS / 2);
  }

  private List<Cost> sorted(String key) {
    return costs.getOrDefault(key, List.of()).stream()
        .sorted((a, b) -> Double.compare(a.microseconds(), b.microseconds()))
        .toList();
  }

  private void report() {
    for (String key : costs.keySet()) {
      StringBuilder line = new StringBuilder(key).append(":");
      for (Cost cost : sorted(key)) {
        line.append(
            "  %.2f µs (p50 %d ms, %.0f B)"
                .formatted(cost.microseconds(), cost.medianMs(), cost.eventBytes()));
      }
      System.out.println(line);
    }
  }
}
