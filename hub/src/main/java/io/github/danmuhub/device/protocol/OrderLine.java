package io.github.danmuhub.device.protocol;

import io.github.danmuhub.device.protocol.Order.Addressed;
import io.github.danmuhub.device.protocol.Order.Do;
import io.github.danmuhub.device.protocol.Order.Stop;
import io.github.danmuhub.device.protocol.Order.Verb;
import io.github.danmuhub.wire.MalformedException;
import java.util.Locale;

/** Orders ⇄ lines. */
final class OrderLine {
  private static final String DO = "do";

  private OrderLine() {}

  static String encode(Order order) {
    if (order instanceof Stop stop) {
      return "stop " + stop.id();
    }
    if (order instanceof Do act) {
      Move move = act.move();
      return "%s %s %d %d %d"
          .formatted(addressed(DO, act.by()), move.actuator(), move.x(), move.y(), move.ms());
    }
    Addressed by = (Addressed) order;
    return addressed(by.verb().name().toLowerCase(Locale.ROOT), by);
  }

  private static String addressed(String verb, Addressed by) {
    return "%s %s %d %d %s".formatted(verb, by.nonce(), by.seq(), by.tick(), by.hub());
  }

  static Order decode(Words words) throws MalformedException {
    String verb = words.next();
    Order order =
        switch (verb) {
          case "stop" -> new Stop(words.next());
          case "arm" -> addressed(Verb.ARM, words);
          case "beat" -> addressed(Verb.BEAT, words);
          case "disarm" -> addressed(Verb.DISARM, words);
          case "release" -> addressed(Verb.RELEASE, words);
          case DO -> new Do(addressed(Verb.BEAT, words), move(words));
          default -> throw new MalformedException("no order: " + verb);
        };
    words.end();
    return order;
  }

  private static Addressed addressed(Verb verb, Words words) throws MalformedException {
    return new Addressed(verb, words.next(), words.nextCount(), words.nextCount(), words.next());
  }

  private static Move move(Words words) throws MalformedException {
    return new Move(words.next(), words.nextInt(), words.nextInt(), words.nextInt());
  }
}
