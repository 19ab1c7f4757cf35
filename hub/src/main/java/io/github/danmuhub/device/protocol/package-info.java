/**
 * What a hub and a toy say to each other: lines of ASCII words, the same over MQTT and serial.
 *
 * <pre>
 * hub → toy   arm     NONCE SEQ TICK HUB
 *             beat    NONCE SEQ TICK HUB
 *             do      NONCE SEQ TICK HUB ACTUATOR X Y MS
 *             disarm  NONCE SEQ TICK HUB
 *             release NONCE SEQ TICK HUB
 *             stop ID
 * toy → hub   tick NONCE TICK STATE HUB LIT PAN TILT BALL WAND
 *             ack SEQ WORD [MORE]
 *             stopped ID
 * </pre>
 *
 * The toy draws NONCE at each boot and connection, and at each end of an ownership; TICK is its own
 * monotonic clock in milliseconds, told twice a second. An order echoes the newest tick that the
 * hub has heard: that, and no clock of the hub's, says how fresh it is. HUB is {@code NAME/RUN}: a
 * hub that was started again is another one. Values are absolute, and MS is how long they hold.
 */
@NullMarked
package io.github.danmuhub.device.protocol;

import org.jspecify.annotations.NullMarked;
