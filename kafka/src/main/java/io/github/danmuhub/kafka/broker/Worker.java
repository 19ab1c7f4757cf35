package io.github.danmuhub.kafka.broker;

import io.github.danmuhub.config.KafkaConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Who a worker is.
 *
 * @param name among all workers: small letters, digits and hyphens
 * @param zone whose rooms it shares with others
 * @param group of consumers that its zone is, at the broker
 */
public record Worker(String name, String zone, String group) {
  private static final int LONGEST = 32;

  /** As the file says; where it names none, by the machine's name. May ask the system for it. */
  public static Worker of(KafkaConfig config) {
    String name = config.worker() == null ? cleaned(machine()) : config.worker();
    return new Worker(name, config.zone(), config.topics() + "-" + config.zone());
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "worker";
    }
  }

  /** {@code Cat_1.lan} is {@code cat-1-lan}. */
  static String cleaned(String machine) {
    String clean = machine.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String inside = clean.replaceAll("^-|-$", "");
    String brief = inside.length() > LONGEST ? inside.substring(0, LONGEST) : inside;
    return brief.isEmpty() ? "worker" : brief;
  }
}
