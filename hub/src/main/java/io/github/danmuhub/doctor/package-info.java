/**
 * {@code danmu doctor}: walks one connection step by step and says which step fails and why. It
 * drives the same pure session as a real connection, but does not reconnect: every refusal is told.
 */
@NullMarked
package io.github.danmuhub.doctor;

import org.jspecify.annotations.NullMarked;
