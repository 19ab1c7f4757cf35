package io.github.danmuhub.server.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.FakeDisk;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogDisk;
import io.github.danmuhub.server.Hub;
import io.github.danmuhub.server.RawHttp;
import io.github.danmuhub.server.net.HubLoop;
import io.github.danmuhub.server.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers that come back for what only the disk has. */
class ReaderTest {
  private final HubLoop hub = new HubLoop();
  private final Vertx vertx = hub.vertx();
  private final Context loop = hub.context();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final MeterRegistry metrics = new SimpleMeterRegistry();

  @AfterEach
  void end() throws Exception {
    letGo.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** Ten events, of which the memory has the last two. */
  private Readers readers(LogDisk disk) {
    EventLog log = EventLog.onDisk(2, 1 << 20, disk);
    for (int i = 1; i <= 10; i++) {
      log.append(Hub.chat("1", "m" + i));
    }
    return new Readers(vertx, loop, log, LimitsConfig.DEFAULT, metrics);
  }

  private Heard join(Readers readers, long after) {
    Heard heard = new Heard();
    loop.runOnContext(now -> readers.add(heard, Filter.ALL, after, 100).pump());
    return heard;
  }

  /** What a reader was sent, the end included. */
  private static final class Heard implements ReaderSink {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void write(Batch batch) {
      all.add(batch.json());
    }

    @Override
    public void heartbeat(Cursor cursor) {
      all.add("heartbeat");
    }

    @Override
    public void close(Ending why) {
      all.add(why.name());
    }

    void await(String... messages) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(all).hasSize(messages.length));
      for (int i = 0; i < messages.length; i++) {
        assertThat(all.get(i)).contains(messages[i]);
      }
    }
  }

  private void hang() {
    try {
      letGo.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail() {
    throw new IllegalStateException("a fault of ours");
  }

  @Test
  void whoseEventsCannotBeReadIsSentAwayAndNotToldOfAGap() {
    join(readers(new FakeDisk().beforeRead(ReaderTest::fail)), 0).await("NOT_YET");
  }

  @Test
  void aPollWhoseEventsCannotBeReadIsRefusedAndNotToldThatThereAreNone() throws Exception {
    Readers readers = readers(new FakeDisk().beforeRead(ReaderTest::fail));
    Router router = Router.router(vertx);
    Problems.install(router);
    router.get("/").handler(new PollDoor(vertx, readers)::handle);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    String request = "GET /?after=" + readers.log().cursor(1) + " HTTP/1.0\r\n\r\n";
    assertThat(RawHttp.exchange(server.actualPort(), request))
        .contains(" 503 ")
        .contains("come back with your cursor");
  }

  @Test
  void whileTheArchiveHangsThereAreThreadsForAllElse() throws Exception {
    Readers readers = readers(new FakeDisk().beforeRead(this::hang));
    List<Heard> waiting = List.of(join(readers, 0), join(readers, 1), join(readers, 2));
    join(readers, 8).await("\"m9\"");
    var asked = vertx.executeBlocking(() -> "answered").toCompletionStage().toCompletableFuture();
    assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo("answered");
    letGo.countDown();
    waiting.forEach(each -> each.await("\"m10\""));
  }

  @Test
  void eachReaderThatComesTooLateIsCounted() {
    Readers readers = readers(new FakeDisk());
    join(readers, 0).await("\"m10\"");
    EventLog noArchive = EventLog.inMemory(2, 1 << 20);
    for (int i = 1; i <= 10; i++) {
      noArchive.append(Hub.chat("1", "m" + i));
    }
    Readers late = new Readers(vertx, loop, noArchive, LimitsConfig.DEFAULT, metrics);
    join(late, 0).await("\"missed\":8");
    join(late, 0).await("\"missed\":8"); // from the batch that both share
    assertThat(metrics.get("danmu.server.missed.events").counter().count()).isEqualTo(16);
  }
}
