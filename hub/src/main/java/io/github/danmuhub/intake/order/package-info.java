/**
 * Events into the order of their time: what is out of order for moments in memory, what is out of
 * order altogether by sorted runs on disk.
 */
@NullMarked
package io.github.danmuhub.intake.order;

import org.jspecify.annotations.NullMarked;
