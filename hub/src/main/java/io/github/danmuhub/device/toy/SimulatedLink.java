package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated toy in this process, and the way to it, which nothing can break. It is there from the
 * first {@link #advance} on; its page opens on a thread of its own, {@code danmu-toy-page}.
 */
public final class SimulatedLink implements DeviceLink {
  private final int port;
  private final Ears ears;
  private final Consumer<Phrase> tell;
  private final Toy toy = new Toy(new SafeBrain(), heard -> new Pipe(), line -> {});
  private boolean started;
  private @Nullable ToyPage page;
  private boolean closed;

  /**
   * @param port of its page; 0 picks a free one
   * @param tell takes one line for a person: where the page is
   */
  public SimulatedLink(int port, Ears ears, Consumer<Phrase> tell) {
    this.port = port;
    this.ears = ears;
    this.tell = tell;
  }

  @Override
  public void advance(long ticks) {
    if (!started) {
      started = true;
      toy.start();
      toy.connected();
      ears.connected();
      Thread opens = new Thread(this::openPage, "danmu-toy-page");
      opens.setDaemon(true);
      opens.start();
    }
  }

  private void openPage() {
    try {
      keep(ToyPage.open(toy, port));
    } catch (IOException e) {
      tell.accept(Phrase.of("toy.no-page", String.valueOf(e.getMessage())));
    }
  }

  private synchronized void keep(ToyPage opened) {
    page = opened;
    if (closed) {
      opened.close();
    } else {
      tell.accept(Phrase.of("toy.page", opened.uri()));
    }
  }

  @Override
  public boolean say(String line) {
    toy.order(line);
    return true;
  }

  @Override
  public void sayFirst(String line) {
    toy.order(line);
  }

  @Override
  public void close() {
    if (started) {
      toy.close();
    }
    closePage();
  }

  private synchronized void closePage() {
    closed = true;
    if (page != null) {
      page.close();
    }
  }

  /** The toy's end of the way. */
  private final class Pipe implements ToyWay {
    @Override
    public void advance(long ticks) {}

    @Override
    public void say(String report) {
      ears.heard(report);
    }

    @Override
    public void close() {}
  }
}
