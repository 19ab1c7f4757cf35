/**
 * A room's life: resolve, dial, wake, health, reconnect. Takes its dialler and its clock as
 * parameters.
 */
@NullMarked
package io.github.danmuhub.connection;

import org.jspecify.annotations.NullMarked;
