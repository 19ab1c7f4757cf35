/**
 * Devices behind an MQTT broker. Below a device's topic:
 *
 * <pre>
 * order        hub → toy    QoS 1, never retained, expires (MQTT 5)
 * stop         anybody      an emergency stop, whatever it says
 * said         toy → hub    QoS 0
 * status       the toy's    online or offline, retained; its last will
 * hub/status   the hub's    likewise
 * hub/state    the hub's    retained JSON, for Home Assistant
 * hub/disarm   anybody      lets go
 * </pre>
 */
@NullMarked
package io.github.danmuhub.device.mqtt;

import org.jspecify.annotations.NullMarked;
