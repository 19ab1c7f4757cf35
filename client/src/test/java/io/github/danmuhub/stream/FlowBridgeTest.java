package io.github.danmuhub.stream;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bridge to {@link Flow} in docs/library.md is the code that runs here. */
class FlowBridgeTest {
  /** What one subscriber's buffer in a publisher holds, and the event that waits before it. */
  private static final int BEYOND_THE_QUEUE = Flow.defaultBufferSize() + 1;

  private final EventStream events = new EventStream();
  private final OnRequest subscriber = new OnRequest();

  private final SubmissionPublisher<LiveEvent> publisher;
  private final Subscription listening;

  FlowBridgeTest() {
    // the bridge begins
    SubmissionPublisher<LiveEvent> publisher = new SubmissionPublisher<>();
    publisher.subscribe(subscriber);
    Subscription listening = events.subscribe("flow", publisher::submit);
    // the bridge ends
    this.publisher = publisher;
    this.listening = listening;
  }

  @AfterEach
  void end() {
    // the end begins
    listening.close();
    publisher.close();
    // the end ends
  }

  private void publish(int count) {
    for (int n = 0; n < count; n++) {
      events.publish(event(n));
    }
  }

  private static LiveEvent event(int n) {
    return new Notice(Origin.ours("test", "1", 0), null, "event " + n);
  }

  @Test
  void aSubscriberThatAsksForOneAtATimeHearsEverythingInOrderAndThenTheEnd() throws Exception {
    publish(1_000);
    subscriber.asked.join().request(1);
    await().atMost(1, MINUTES).until(() -> subscriber.heard.size() == 1_000);
    end();
    assertThat(subscriber.ended.await(1, MINUTES)).isTrue();
    assertThat(subscriber.heard)
        .containsExactlyElementsOf(
            IntStream.range(0, 1_000).mapToObj(FlowBridgeTest::event).toList());
    assertThat(listening.dropped()).isZero();
  }

  @Test
  void whatASubscriberDoesNotAskForIsDroppedAndCountedByTheSubscription() {
    publish(20_000);
    assertThat(listening.dropped())
        .isGreaterThanOrEqualTo(20_000 - EventStream.DEFAULT_CAPACITY - BEYOND_THE_QUEUE);
    subscriber.asked.join().cancel();
    end();
    assertThat(subscriber.heard).isEmpty();
  }

  @Test
  void thePageShowsThisCode() throws IOException {
    Path root = Path.of(System.getProperty("danmu.root", ".."));
    String source =
        Files.readString(
            root.resolve("client/src/test/java/io/github/danmuhub/stream/FlowBridgeTest.java"));
    assertThat(Files.readString(root.resolve("docs/library.md")))
        .contains(between(source, "the bridge"))
        .contains(between(source, "the end"));
  }

  private static String between(String source, String name) {
    int begin = source.indexOf("// " + name + " begins\n") + name.length() + 11;
    String code = source.substring(begin, source.indexOf("    // " + name + " ends"));
    return code.stripTrailing().stripIndent();
  }

  /** Hears nothing until it is asked for; then one event at a time. */
  private static final class OnRequest implements Flow.Subscriber<LiveEvent> {
    private final CompletableFuture<Flow.Subscription> asked = new CompletableFuture<>();
    private final List<LiveEvent> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      asked.complete(subscription);
    }

    @Override
    public void onNext(LiveEvent event) {
      heard.add(event);
      asked.join().request(1);
    }

    @Override
    public void onError(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void onComplete() {
      ended.countDown();
    }
  }
}
