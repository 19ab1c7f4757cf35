package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.cli.Main;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many readers that were away for an hour of 1,000 events a second come back at once to a hub of
 * 256 MB, which hears 1,000 events a second meanwhile and tells them to those who never left.
 */
@Tag("load")
class ReturnTest {
  private static final int READERS = Integer.getInteger("danmu.load.readers", 1_000);
  private static final int EVENTS = Integer.getInteger("danmu.load.events", 3_600_000);
  private static final int LIVE_READERS = 10;
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path dir = Path.of("");

  @Test
  void everyOneGetsExactlyWhatItMissedAndWhoStayedWaitsForNobody() throws Exception {
    String hubId = fill(dir.resolve("log"), EVENTS);
    try (HubProcess platform = platform();
        HubProcess hub = hub(platform)) {
      List<Listening> live = listen(hub);
      comeBack(hub, hubId, EVENTS / 100); // a hub that has run for an hour is compiled
      live.forEach(Listening::forget);
      await().atMost(Duration.ofSeconds(60)).until(() -> live.get(0).heard() > 10_000);
      long aloneP99 = p99(live);
      live.forEach(Listening::forget);
      String end = comeBack(hub, hubId, EVENTS);
      long p99 = p99(live);
      System.out.printf(
          "%d readers x %d events: %s; live p99 %d ms before, %d ms meanwhile%n",
          READERS, EVENTS, end, aloneP99, p99);
      assertThat(end).startsWith("end " + READERS + " ").endsWith(" nothing");
      assertThat(p99).isLessThan(300);
    }
  }

  @Test
  void whoComesBackAndReadsNothingHarmsNobody() throws Exception {
    String hubId = fill(dir.resolve("log"), 100_000);
    List<RawSocket> deaf = new ArrayList<>();
    try (HubProcess platform = platform();
        HubProcess hub = hub(platform)) {
      List<Listening> live = listen(hub);
      for (int i = 0; i < READERS; i++) {
        deaf.add(RawSocket.upgrade(hub.port(), "/ws?after=" + hubId + "-" + i));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> live.get(0).heard() > 15_000);
      System.out.printf("%d deaf readers: %d MiB of memory%n", READERS, hub.residentMb());
      assertThat(metrics(hub))
          .containsPattern("danmu_server_readers " + (READERS + LIVE_READERS))
          .as("memory that is used up costs rooms first")
          .containsPattern("danmu_room_reconnects_total\\{.*} 0");
    } finally {
      for (RawSocket socket : deaf) {
        socket.close();
      }
    }
  }

  private static String metrics(HubProcess hub) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + hub.port() + "/metrics");
    return Hub.HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static HubProcess platform() throws IOException {
    return new HubProcess(
        List.of(),
        CLASS_PATH,
        Main.class.getName(),
        "simulate",
        "--port",
        "0",
        "--room",
        "bilibili:545068",
        "--rate",
        "1000");
  }

  /** So many events of the time that they were away; the hub's id. */
  private static String fill(Path log, int count) throws IOException, InterruptedException {
    LogFolder folder = LogFolder.open(LogOptions.newest(log, count), e -> {});
    try (EventLog events = EventLog.onDisk(1, 1, folder)) {
      for (int n = 1; n <= count; n++) {
        folder.awaitRoom();
        events.append(event(n));
      }
      await().atMost(Duration.ofMinutes(5)).until(() -> plain(log) <= 1);
      return events.cursor(0).hub();
    }
  }

  private static LiveEvent event(int n) {
    Origin origin =
        Origin.ours("bilibili", "" + n % ReturningReaders.ROOMS, 1_795_248_000_000L + n);
    User user = User.of("" + n % 5_000, "观众" + n % 5_000);
    return n % ReturningReaders.ENTRIES == 0
        ? new Enter(origin, user, null)
        : Chat.of(origin, user, "一条弹幕，第 " + n + " 条" + "哈".repeat(n % 40));
  }

  private static long plain(Path log) throws IOException {
    try (var files = Files.list(log)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).count();
    }
  }

  private HubProcess hub(HubProcess platform) throws IOException {
    Path config =
        Files.writeString(
            dir.resolve("danmu.yaml"),
            """
            server:
              port: 0
              archive: '%s'
              limits: {archived_events: 10000000}
            rooms: [bilibili:545068]
            """
                .formatted(dir.resolve("log")));
    return new HubProcess(
        List.of("-Xmx256m"),
        CLASS_PATH,
        Main.class.getName(),
        "serve",
        "--config",
        config.toString(),
        "--simulator",
        "http://127.0.0.1:" + platform.port());
  }

  private static List<Listening> listen(HubProcess hub) {
    List<Listening> live = new ArrayList<>();
    URI uri = URI.create("ws://127.0.0.1:" + hub.port() + "/ws");
    for (int i = 0; i < LIVE_READERS; i++) {
      Listening listening = new Listening();
      Hub.HTTP.newWebSocketBuilder().buildAsync(uri, listening).join();
      live.add(listening);
    }
    return live;
  }

  /** From the beginning of the log, up to so many events. */
  private static String comeBack(HubProcess hub, String hubId, int events) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASS_PATH,
                ReturningReaders.class.getName(),
                Integer.toString(hub.port()),
                Integer.toString(READERS),
                hubId,
                Integer.toString(events))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    AtomicLong most = new AtomicLong();
    Thread watch = new Thread(() -> watch(hub, process, most), "watch");
    watch.start();
    long begun = System.nanoTime();
    long cpu = hub.cpu().toMillis();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).isEqualTo("begin");
      String end = String.valueOf(out.readLine());
      System.out.printf(
          "after %.1f s, %.1f s of the hub's CPU; at most %d MiB of memory%n",
          (System.nanoTime() - begun) / 1e9, (hub.cpu().toMillis() - cpu) / 1e3, most.get());
      return end;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void watch(HubProcess hub, Process readers, AtomicLong most) {
    try {
      while (readers.isAlive()) {
        most.accumulateAndGet(hub.residentMb(), Math::max);
        readers.waitFor(200, TimeUnit.MILLISECONDS);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long p99(List<Listening> live) {
    List<Integer> all = new ArrayList<>();
    live.forEach(each -> all.addAll(each.delays()));
    all.sort(null);
    return all.get(all.size() * 99 / 100);
  }

  /** One who never left. */
  private static final class Listening implements WebSocket.Listener {
    private static final Pattern RECEIVED = Pattern.compile("\"received\":\"([0-9T:.-]{19,23}Z)\"");
    private final StringBuilder part = new StringBuilder();
    private final List<Integer> delays = new ArrayList<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      part.append(data);
      if (end) {
        heard(Instant.now().toEpochMilli());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    private synchronized void heard(long now) {
      for (Matcher each = RECEIVED.matcher(part); each.find(); ) {
        delays.add((int) (now - Instant.parse(each.group(1)).toEpochMilli()));
      }
    }

    synchronized int heard() {
      return delays.size();
    }

    synchronized List<Integer> delays() {
      return List.copyOf(delays);
    }

    synchronized void forget() {
      delays.clear();
    }
  }
}
