/**
 * What every request passes before a door: the loop and its ports, the limits of HTTP and of
 * connections, the rules for all requests, the gate, and the way to a session.
 */
@NullMarked
package io.github.danmuhub.server.net;

import org.jspecify.annotations.NullMarked;
