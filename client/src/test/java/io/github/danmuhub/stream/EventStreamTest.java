package io.github.danmuhub.stream;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final EventStream stream = new EventStream();
  private final List<LiveEvent> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    gate.countDown();
    stream.close();
  }

  private static LiveEvent event(int n) {
    return new Notice(Origin.ours("test", "1", 0), null, "event " + n);
  }

  private void publish(int count) {
    for (int n = 0; n < count; n++) {
      stream.publish(event(n));
    }
  }

  private void waitAtTheGate(LiveEvent event) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    heard.add(event);
  }

  @Test
  void everySubscriberHearsEverythingInOrder() {
    List<LiveEvent> other = new CopyOnWriteArrayList<>();
    Subscription one = stream.subscribe("one", heard::add);
    Subscription two = stream.subscribe("two", other::add);
    publish(1_000);
    one.close();
    two.close();
    assertThat(heard).hasSize(1_000).startsWith(event(0), event(1)).endsWith(event(999));
    assertThat(other).isEqualTo(heard);
    assertThat(one.counts()).isEqualTo(new StreamCounts("one", 1_000, 0, 0, 0));
  }

  @Test
  void aListenerRunsOnADaemonThreadOfItsName() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    stream.subscribe("obs", event -> threads.add(Thread.currentThread())).close();
    stream.subscribe("hub", event -> threads.add(Thread.currentThread()));
    publish(1);
    await().atMost(20, SECONDS).until(() -> !threads.isEmpty());
    assertThat(threads)
        .singleElement()
        .satisfies(thread -> assertThat(thread.getName()).isEqualTo("danmu-sink-hub"))
        .satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
  }

  @Test
  void aFullQueueDropsTheNewestAndCountsIt() {
    Subscription slow = stream.subscribe("slow", 10, this::waitAtTheGate);
    stream.publish(event(-1));
    await().atMost(20, SECONDS).until(() -> slow.queued() == 0);
    publish(100);
    assertThat(slow.queued()).isEqualTo(10);
    assertThat(slow.dropped()).isEqualTo(90);
    assertThat(stream.dropped()).isEqualTo(90);
    assertThat(stream.publish(event(100))).as("told to the publisher").isEqualTo(1);
    gate.countDown();
    slow.close();
    assertThat(heard).hasSize(11).startsWith(event(-1), event(0)).endsWith(event(9));
    assertThat(stream.dropped()).as("a closed subscription's are not forgotten").isEqualTo(91);
  }

  @Test
  void aSlowListenerHoldsNobodyUp() {
    stream.subscribe("slow", 10, event -> waitAtTheGate(event));
    List<LiveEvent> fast = new CopyOnWriteArrayList<>();
    stream.subscribe("fast", fast::add);
    publish(1_000);
    await().atMost(20, SECONDS).untilAsserted(() -> assertThat(fast).hasSize(1_000));
    assertThat(heard).isEmpty();
  }

  @Test
  void aThrowingListenerIsCountedAndHarmsNobody() {
    Subscription bad =
        stream.subscribe(
            "bad",
            event -> {
              throw new AssertionError("listener");
            });
    Subscription good = stream.subscribe("good", heard::add);
    publish(50);
    bad.close();
    good.close();
    assertThat(bad.failed()).isEqualTo(50);
    assertThat(bad.delivered()).isEqualTo(50);
    assertThat(heard).hasSize(50);
  }

  @Test
  void closingDeliversWhatIsQueuedAndThenNothing() {
    Subscription subscription = stream.subscribe("one", this::waitAtTheGate);
    publish(20);
    gate.countDown();
    subscription.close();
    publish(5);
    assertThat(heard).hasSize(20);
    assertThat(stream.counts()).isEmpty();
  }

  @Test
  void aSubscriptionCanBeClosedFromWithinItsListener() {
    List<Subscription> self = new ArrayList<>();
    self.add(
        stream.subscribe(
            "limit",
            event -> {
              waitAtTheGate(event);
              self.get(0).close();
            }));
    publish(7);
    gate.countDown();
    await().atMost(20, SECONDS).untilAsserted(() -> assertThat(heard).hasSize(7));
    assertThat(stream.counts()).isEmpty();
  }

  @Test
  void listenersThatNeverReturnTogetherHoldACloseUpNoLongerThanOne() {
    EventStream impatient = new EventStream(200);
    List<Subscription> stuck = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      stuck.add(impatient.subscribe("stuck", this::neverReturns));
    }
    impatient.publish(event(1));
    impatient.publish(event(2));
    await().atMost(20, SECONDS).until(() -> stuck.stream().allMatch(s -> s.queued() == 1));
    impatient.close();
    assertThat(impatient.counts()).isEmpty();
    assertThat(stuck).allSatisfy(s -> assertThat(s.queued()).isEqualTo(1));
    gate.countDown();
    assertThat(heard).as("what was left is not delivered after all").isEmpty();
  }

  /** Not even when it is interrupted. */
  private void neverReturns(LiveEvent event) {
    for (boolean open = false; !open; ) {
      try {
        open = gate.await(1, HOURS);
      } catch (InterruptedException ignored) {
        open = false;
      }
    }
  }

  @Test
  void aListenerThatWaitsIsInterruptedAndHearsNothingMore() {
    EventStream impatient = new EventStream(50);
    Subscription waiting = impatient.subscribe("waiting", this::waitAtTheGate);
    impatient.publish(event(1));
    impatient.publish(event(2));
    await().atMost(20, SECONDS).until(() -> waiting.queued() == 1);
    impatient.close();
    await().atMost(20, SECONDS).until(() -> waiting.delivered() == 1);
    assertThat(heard).containsExactly(event(1));
  }

  @Test
  void aListenerThatLeavesItsThreadInterruptedStillHearsEverything() {
    Subscription subscription =
        stream.subscribe(
            "interrupting",
            event -> {
              heard.add(event);
              Thread.currentThread().interrupt();
            });
    publish(3);
    await().atMost(20, SECONDS).untilAsserted(() -> assertThat(heard).hasSize(3));
    publish(2);
    subscription.close();
    assertThat(heard).hasSize(5);
  }

  @Test
  void nobodySubscribesToAClosedStream() {
    stream.close();
    assertThatThrownBy(() -> stream.subscribe("late", heard::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream is closed; 'late' would hear nothing");
  }

  @Test
  void closingTwiceIsHarmless() {
    Subscription one = stream.subscribe("one", heard::add);
    publish(3);
    one.close();
    one.close();
    stream.close();
    stream.close();
    assertThat(heard).hasSize(3);
  }
}
