package io.github.danmuhub.device.protocol;

/**
 * What one actuator does from now on, absolutely, and for how long: never a toggle.
 *
 * @param actuator such as {@code laser}; a word of small letters, digits and {@code -}
 * @param x what the actuator takes it for: degrees of pan, percent of speed
 * @param y degrees of tilt; 0 where the actuator has one axis
 * @param ms it ends by itself after so long
 */
public record Move(String actuator, int x, int y, int ms) {}
