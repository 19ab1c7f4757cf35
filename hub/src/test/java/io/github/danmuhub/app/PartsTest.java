package io.github.danmuhub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final Duration SOON = Duration.ofSeconds(4);

  private final Telemetry telemetry = new Telemetry();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<String> did = new CopyOnWriteArrayList<>();

  /** Writes down what is asked of it. */
  private class Noted implements Part {
    private final String name;
    PartStatus status = new Nowhere();

    Noted(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void start(PartStatus given) throws IOException {
      status = given;
      did.add("start " + name);
    }

    @Override
    public void close() {
      did.add("close " + name);
    }
  }

  private static final class Nowhere implements PartStatus {
    @Override
    public void failing(Phrase why) {
      throw new AssertionError("not started");
    }

    @Override
    public void working(Phrase words) {
      throw new AssertionError("not started");
    }
  }

  private class Stillborn extends Noted {
    Stillborn(String name) {
      super(name);
    }

    @Override
    public void start(PartStatus given) throws IOException {
      throw new IOException("its broker is away");
    }
  }

  private final class Required extends Stillborn {
    Required(String name) {
      super(name);
    }

    @Override
    public boolean required() {
      return true;
    }
  }

  private final class Hanging extends Noted {
    final CountDownLatch interrupted = new CountDownLatch(1);

    Hanging(String name) {
      super(name);
    }

    @Override
    public void close() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    }
  }

  private Parts start(List<? extends Part> parts) throws IOException {
    return Parts.start(parts, telemetry, phrase -> said.add(phrase.toString()), SOON);
  }

  @Test
  void partsStartInOrderAndCloseInTheOppositeOne() throws IOException {
    start(List.of(new Noted("a"), new Noted("b"), new Noted("c"))).close();

    assertThat(did)
        .containsExactly("start a", "start b", "start c", "close c", "close b", "close a");
    assertThat(said).isEmpty();
  }

  @Test
  void ofTwentyPartsOneMayFailToStartOneFailLaterAndOneHangInClose() throws IOException {
    List<Noted> parts =
        new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> new Noted("part-" + i)).toList());
    parts.set(3, new Stillborn("mqtt"));
    Hanging hanging = new Hanging("kafka");
    parts.set(17, hanging);

    Parts running = start(parts);
    assertThat(telemetry.failing()).containsExactly("mqtt");
    parts.get(8).status.failing(Phrase.foreign("the disk is full"));
    assertThat(telemetry.failing()).containsExactly("mqtt", "part-8");
    running.close();

    assertThat(did.stream().filter(line -> line.startsWith("close "))).hasSize(18);
    assertThat(did.get(did.size() - 1)).isEqualTo("close part-0");
    assertThat(said)
        .containsExactly(
            "mqtt did not start: its broker is away; the rest goes on without it",
            "part-8: the disk is full",
            said.get(2));
    assertThat(said.get(2)).startsWith("kafka did not end within ");
    await().untilAsserted(() -> assertThat(hanging.interrupted.getCount()).isZero());
  }

  @Test
  void aRequiredPartThatDoesNotStartClosesThoseBeforeIt() {
    List<Noted> parts = List.of(new Noted("log"), new Required("doors"), new Noted("rooms"));

    assertThatThrownBy(() -> start(parts)).isInstanceOf(IOException.class);

    assertThat(did).containsExactly("start log", "close log");
  }

  @Test
  void aFailureIsToldOnceAndItsEndIsTold() throws IOException {
    Noted disk = new Noted("recording");
    Parts running = start(List.of(disk));

    disk.status.failing(Phrase.foreign("no space"));
    disk.status.failing(Phrase.foreign("no space"));
    assertThat(failingGauge("recording")).isEqualTo(1);
    disk.status.working(Phrase.foreign("lost: 3 events"));

    assertThat(failingGauge("recording")).isZero();
    assertThat(telemetry.failing()).isEmpty();
    assertThat(said).containsExactly("recording: no space", "recording goes on; lost: 3 events");
    running.close();
  }

  @Test
  void whatTwoPartsFailAtForTheSameReasonIsToldOnce() throws IOException {
    Noted events = new Noted("recording");
    Noted frames = new Noted("frames");
    Parts running = start(List.of(events, frames));

    events.status.failing(Phrase.foreign("the disk is full"));
    frames.status.failing(Phrase.foreign("the disk is full"));

    assertThat(telemetry.failing()).containsExactly("frames", "recording");
    assertThat(said).containsExactly("recording: the disk is full");
    running.close();
  }

  private double failingGauge(String name) {
    return telemetry.metrics().get("danmu.server.failing").tag("work", name).gauge().value();
  }
}
