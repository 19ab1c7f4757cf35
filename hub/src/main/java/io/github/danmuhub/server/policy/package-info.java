/**
 * Who may call the hub, and how often: hosts and origins, tokens, wrong guesses, connections. Each
 * judges one thing; {@link io.github.danmuhub.server.net.Gate} asks them in order.
 */
@NullMarked
package io.github.danmuhub.server.policy;

import org.jspecify.annotations.NullMarked;
