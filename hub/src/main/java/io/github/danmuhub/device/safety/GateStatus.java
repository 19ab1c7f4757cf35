package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How a device stands, as the hub sees it. Immutable.
 *
 * @param heard whether the device is heard now
 * @param why a line for a person: why it is not armed, or who has armed it
 * @param confirmed of a stop: whether the device has said that it stopped
 * @param toy what it said last; null: nothing yet, or it never says anything
 * @param sent commands so far
 * @param acknowledged of these
 * @param strange reports that belong to nothing that was said
 */
public record GateStatus(
    State state,
    boolean heard,
    Phrase why,
    boolean confirmed,
    @Nullable Tick toy,
    long sent,
    long acknowledged,
    long strange) {

  /** Whether commands go through. */
  public enum State {
    DISARMED,
    /** Asked for; the device has not granted it yet. */
    ARMING,
    ARMED,
    /** By an emergency stop, until a person releases it. */
    STOPPED
  }
}
