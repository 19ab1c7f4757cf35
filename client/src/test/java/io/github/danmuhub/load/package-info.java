/**
 * Heavy proofs over real sockets and in real time, run by {@code ./check load}: a server that
 * freezes or dies, a thousand rooms, a minute of heavy traffic. The simulator is in a JVM of its
 * own; what is measured here is the client's.
 */
@NullMarked
package io.github.danmuhub.load;

import org.jspecify.annotations.NullMarked;
