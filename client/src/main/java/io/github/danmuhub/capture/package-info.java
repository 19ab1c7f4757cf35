/**
 * Frame captures: what went over a socket, or was polled, kept to be looked at and played again.
 * Written as JSONL ({@code CaptureWriter}: append-safe, redacted); read from JSONL, HAR and bare
 * frames ({@code CaptureReader}: the format is known by the content). One entry ⇄ one line stand
 * side by side in {@code CaptureLine}.
 */
@NullMarked
package io.github.danmuhub.capture;

import org.jspecify.annotations.NullMarked;
