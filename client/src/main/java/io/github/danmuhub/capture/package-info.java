/** Frame captures: JSONL, HAR and bare frames, written and read. */
@NullMarked
package io.github.danmuhub.capture;

import org.jspecify.annotations.NullMarked;
