package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Move;
import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.text.Phrase;
import java.util.Optional;

/**
 * The hub's layer of safety before one device: nothing passes before a person has armed it, and an
 * emergency stop lasts until a person releases it. All of it on the loop of the devices.
 */
public interface Gate {
  /** There is a way to the device. */
  void connected(Now now);

  /** There is none any more. */
  void lost(Phrase why);

  /** The device said this. */
  void heard(String line, Now now);

  /** Asks for it; why that is out of the question, where it is. */
  Optional<Phrase> arm(Now now);

  /** Lets go, and forgets what waits. */
  void disarm(Phrase why);

  /** Everything off, at once. */
  void stop(Phrase by, Now now);

  /** After a stop: it may be armed again. */
  void release();

  /** A movement that a rule decided; {@code outcome} is told once. */
  void move(Move move, Outcome outcome, Now now);

  /** A text for a device that never answers; {@code outcome} is told once. */
  void text(String text, Outcome outcome, Now now);

  /** Time has passed; told every 50 ms or so. */
  void advance(Now now);

  GateStatus status();
}
