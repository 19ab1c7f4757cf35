package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.toy.Brain;
import io.github.danmuhub.device.toy.MqttToyWay;
import io.github.danmuhub.device.toy.OriginalBrain;
import io.github.danmuhub.device.toy.SafeBrain;
import io.github.danmuhub.device.toy.SerialToyWay;
import io.github.danmuhub.device.toy.Toy;
import io.github.danmuhub.device.toy.ToyPage;
import io.github.danmuhub.device.toy.ToyWay;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu device}: the cat toy, simulated, in a process of its own. */
@Command(
    name = "device",
    description =
        "The simulated cat toy: it keeps itself safe as the real one does, and shows a cat room.",
    footer = {"", "Example: danmu device --mqtt 127.0.0.1:1883 --topic danmu/toy"})
final class DeviceCommand implements Callable<Integer> {
  private static final int MQTT_PORT = 1_883;
  private static final int MQTT_3 = 3;

  private final Console console;

  @Option(
      names = "--mqtt",
      paramLabel = "HOST[:PORT]",
      description = "The broker (default: 127.0.0.1:1883).")
  String mqtt = "127.0.0.1";

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Its own (default: danmu/toy).")
  String topic = "danmu/toy";

  @Option(
      names = "--serial",
      paramLabel = "PORT",
      description = "A serial port, or a pseudo-terminal, instead of a broker.")
  @Nullable String serial;

  @Option(
      names = "--original",
      description = "The original's toys instead, unsafe as they are; with --serial.")
  boolean original;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Of its page (default: 7078); 0 picks a free one.")
  int port = 7_078;

  @Option(
      names = "--trace",
      description = "Print all that it hears and says, and every change, with its tick.")
  boolean trace;

  @Mixin TimeLimit limit = new TimeLimit();

  DeviceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (original && serial == null) {
      throw new UsageException(Phrase.of("device.original"));
    }
    try (Stop stop = new Stop(console);
        Toy toy = new Toy(brain(), this::way, trace ? this::print : line -> {});
        ToyPage page = page(toy)) {
      toy.start();
      console.out().println("ready " + page.uri());
      console.out().flush();
      limit.await(stop);
      return stop.ends(0);
    }
  }

  private Brain brain() {
    return original ? new OriginalBrain(RandomGenerator.getDefault()) : new SafeBrain();
  }

  private ToyPage page(Toy toy) {
    try {
      return ToyPage.open(toy, port);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("device.page", Phrase.library(e.getMessage())), e);
    }
  }

  private ToyWay way(ToyWay.Ears ears) {
    String cable = serial;
    if (cable != null) {
      return original ? SerialToyWay.frames(cable, ears) : SerialToyWay.lines(cable, ears);
    }
    return new MqttToyWay(broker(), topic, ears);
  }

  private Broker broker() {
    int colon = mqtt.lastIndexOf(':');
    String host = colon < 0 ? mqtt : mqtt.substring(0, colon);
    try {
      int at = colon < 0 ? MQTT_PORT : Integer.parseInt(mqtt.substring(colon + 1));
      String client = "danmu-toy-%08x".formatted(new SecureRandom().nextInt());
      return Broker.open(host, at, MQTT_3, client);
    } catch (NumberFormatException e) {
      throw new UsageException(Phrase.of("device.broker", mqtt), e);
    }
  }

  private synchronized void print(String line) {
    console.out().println(line);
    console.out().flush();
  }
}
