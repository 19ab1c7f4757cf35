package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is logged, in its order. Its cursor goes on when the cluster has all of it, so that
 * each entry is there at least once, whatever happens; what was perhaps not taken is sent again. A
 * cluster that is away makes it wait, and nobody else: what it has not sent is in the log. On the
 * follower's thread, but for what it counts.
 */
final class EventSink implements LogFollower.Work {
  /** A cluster that says nothing for so long is told of; one that makes topics takes seconds. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  /** What there is to send at the end may take so long. */
  private static final Duration ENDING = Duration.ofMillis(500);

  private static final long MOMENT_MS = 100;

  /** A record's headers and key, at most. */
  private static final int AROUND = 64 << 10;

  private final Link link;
  private final EventRecords records;
  private final Tenures tenures;
  private final Outage outage;
  private final Holes holes = new Holes();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder tooLarge = new LongAdder();
  private volatile InFlight inFlight = new InFlight(0);
  private LogFollower.@Nullable Ending ending;
  private @Nullable Entry newest;
  private long position;
  private long endBy;
  private volatile @Nullable Producer<String, byte[]> producer;

  /** The way to a cluster, found anew after each failure. */
  interface Link {
    /** Opens it; may block, and be interrupted. */
    Producer<String, byte[]> open() throws IOException;
  }

  EventSink(Link link, EventRecords records, Tenures tenures, Outage outage) {
    this.link = link;
    this.records = records;
    this.tenures = tenures;
    this.outage = outage;
  }

  @Override
  public void resume(String memory) throws IOException {
    close();
    inFlight = new InFlight(inFlight.oldest());
    newest = null;
    holes.resume(memory);
    producer = link.open();
    outage.ends();
  }

  @Override
  public boolean take(Page page, LogFollower.Ending near) throws IOException {
    ending = near;
    lost.add(holes.before(page));
    if (!page.entries().isEmpty() && !await(this::knowsTheWay)) {
      return false;
    }
    for (Entry entry : page.entries()) {
      if (!hasRoom()) {
        return false;
      }
      send(entry);
      newest = entry;
    }
    position = page.next();
    return !near.isNear() || await(inFlight::isEmpty);
  }

  @Override
  public String memory() throws IOException {
    if (!await(inFlight::isEmpty)) {
      throw new BrokerException(Phrase.of("kafka.away"));
    }
    if (newest != null) {
      holes.sent(newest);
      tenures.sent(position);
      newest = null;
    }
    return holes.memory();
  }

  private void send(Entry entry) {
    EntryHead head = EntryHead.read(entry.json());
    holes.before(entry).ifPresent(gap -> send(records.gap(gap, entry), entry, head));
    if (entry.json().length > Topics.LARGEST - AROUND) {
      sendInstead(entry, head);
    } else {
      send(records.of(entry, head), entry, head);
    }
  }

  private void sendInstead(Entry entry, EntryHead head) {
    tooLarge.increment();
    send(records.tooLarge(entry, head), entry, head);
  }

  /** Its fate is told to the very {@code inFlight} that it was sent in: that may be an old one. */
  private void send(ProducerRecord<String, byte[]> record, Entry entry, EntryHead head) {
    InFlight now = inFlight;
    int size = record.value().length;
    now.sent(size, head);
    try {
      var unused = open().send(record, (where, failure) -> over(now, size, entry, failure));
    } catch (KafkaException | IllegalStateException e) {
      now.failed(size, e);
    }
  }

  private void over(InFlight sentIn, int size, Entry entry, @Nullable Exception failure) {
    if (failure == null) {
      delivered.increment();
      outage.ends();
      sentIn.acknowledged(size);
    } else if (failure instanceof RecordTooLargeException) {
      sentIn.refused(size, entry);
    } else {
      sentIn.failed(size, failure);
    }
  }

  private Producer<String, byte[]> open() {
    Producer<String, byte[]> now = producer;
    if (now == null) {
      throw new IllegalStateException("nothing is sent before it is resumed");
    }
    return now;
  }

  private boolean hasRoom() throws IOException {
    return !inFlight.isFull() || (await(() -> !inFlight.isFull()) && await(this::knowsTheWay));
  }

  /**
   * Whether the topic's partitions are known. Once all brokers have gone, Kafka's client forgets
   * them after a while, and would refuse what it is handed then.
   */
  private boolean knowsTheWay() {
    try {
      return !open().partitionsFor(records.topic()).isEmpty();
    } catch (TimeoutException e) {
      return false;
    } catch (KafkaException e) {
      inFlight.fail(e);
      return false;
    }
  }

  /** False: it is to end, and the time for that is over. */
  private boolean await(BooleanSupplier enough) throws IOException {
    long begun = System.nanoTime();
    while (true) {
      settle();
      if (enough.getAsBoolean()) {
        return true;
      }
      if (isLate()) {
        return false;
      }
      long quiet = inFlight.isEmpty() ? System.nanoTime() - begun : inFlight.quiet();
      if (quiet > QUIET.toNanos()) {
        outage.begins(Phrase.of("kafka.away"));
      }
      pause();
    }
  }

  /** Of what was sent: what failed ends this try, and for what was refused a gap is sent. */
  private void settle() throws IOException {
    Exception failure = inFlight.failure();
    if (failure != null) {
      throw failure instanceof InterruptException ? interrupted() : BrokerException.of(failure);
    }
    for (Entry entry = inFlight.nextRefused(); entry != null; entry = inFlight.nextRefused()) {
      sendInstead(entry, EntryHead.read(entry.json()));
    }
  }

  private boolean isLate() {
    if (ending == null || !ending.isNear()) {
      return false;
    }
    endBy = endBy == 0 ? System.nanoTime() + ENDING.toNanos() : endBy;
    return System.nanoTime() - endBy > 0;
  }

  private void pause() throws InterruptedIOException {
    try {
      inFlight.await(MOMENT_MS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while Kafka was waited for");
  }

  /** Records that the cluster has; any thread. */
  long delivered() {
    return delivered.sum();
  }

  /** Events that fell out of the log before they were sent; any thread. */
  long lost() {
    return lost.sum();
  }

  /** Events that a gap stands for, since no broker takes them; any thread. */
  long tooLarge() {
    return tooLarge.sum();
  }

  /** The age of the oldest event that the cluster may not have, in milliseconds; any thread. */
  long behind(long now) {
    long since = inFlight.oldest();
    return since == 0 ? 0 : Math.max(0, now - since);
  }

  /** Gives up what is not acknowledged; it comes again. After the follower has ended. */
  void close() {
    Producer<String, byte[]> old = producer;
    producer = null;
    if (old != null) {
      old.close(Duration.ZERO);
    }
  }
}
