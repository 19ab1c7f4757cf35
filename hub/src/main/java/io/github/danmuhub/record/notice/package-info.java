/**
 * What is told to a webhook: when a broadcast begins or ends, and when a copy's file opens or
 * closes. It is read from the log behind a cursor of its own, and said again until it is heard.
 */
@NullMarked
package io.github.danmuhub.record.notice;

import org.jspecify.annotations.NullMarked;
