/**
 * The report as a page: one file that opens from disk, needs no network and runs no script, so that
 * whatever viewers are called cannot either. Charts are SVG, made here.
 */
@NullMarked
package io.github.danmuhub.stats.html;

import org.jspecify.annotations.NullMarked;
