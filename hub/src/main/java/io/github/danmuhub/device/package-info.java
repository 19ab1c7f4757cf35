/**
 * What rules may act on: toys and other hardware behind the gates of {@code safety}, webhooks, OBS,
 * programs. {@link io.github.danmuhub.device.DevicesPart} is the part of the hub, {@code sinks} are
 * what rules act through.
 */
@NullMarked
package io.github.danmuhub.device;

import org.jspecify.annotations.NullMarked;
