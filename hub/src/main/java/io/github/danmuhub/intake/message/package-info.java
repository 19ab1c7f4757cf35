/**
 * What a platform said, as it was recorded before anything was made of it: its messages, one JSON
 * object a line (blrec's raw JSONL), or captured frames. A session of the platform hears them again
 * and tells the events.
 */
@NullMarked
package io.github.danmuhub.intake.message;

import org.jspecify.annotations.NullMarked;
