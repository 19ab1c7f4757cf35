package io.github.danmuhub.kafka;

import java.util.List;

/** The entry of the program that knows Kafka. */
public final class Main {
  private Main() {}

  /** The same as {@code danmu}. */
  public static void main(String[] args) {
    io.github.danmuhub.cli.Main.start(List.of(new KafkaExtension()), args);
  }
}
