package io.github.danmuhub.device.link;

import io.github.danmuhub.device.safety.Wire;
import io.github.danmuhub.text.Phrase;
import java.util.Optional;

/**
 * The way to one device. It is opened again whenever it is lost; what was said before is never said
 * again. Called by one thread; nothing of it blocks.
 */
public interface DeviceLink extends Wire, AutoCloseable {
  /** Who is told what comes of it; any thread. */
  interface Ears {
    /** From now on it says and hears. */
    void connected();

    void heard(String line);

    /** It does not any more, or cannot be opened; {@code why} is a line for a person. */
    void lost(Phrase why);

    /** Somebody asks for an emergency stop this way. */
    void stop(String by);

    /** Somebody asks that it lets go. */
    void disarm(String by);
  }

  /**
   * Opens it where it is not, and is not about to be; told every 50 ms or so.
   *
   * @param ticks a clock in milliseconds that never goes back
   */
  void advance(long ticks);

  /** Why this text cannot be said this way, where it cannot. */
  default Optional<Phrase> refusal(String text) {
    return Optional.empty();
  }

  /** How the device stands, for those beside the hub who want to know. */
  default void tell(String state) {}

  /** It says nothing any more, and tells nothing. */
  @Override
  void close();
}
