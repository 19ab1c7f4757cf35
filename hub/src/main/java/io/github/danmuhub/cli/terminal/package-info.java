/**
 * What a person sees: events as coloured or JSON lines, a status line, a progress bar. Pure but for
 * {@link io.github.danmuhub.cli.terminal.Console} and {@link
 * io.github.danmuhub.cli.terminal.Screen}; foreign text goes through {@link
 * io.github.danmuhub.text.Printable} first, so that no viewer's name moves the cursor.
 */
@NullMarked
package io.github.danmuhub.cli.terminal;

import org.jspecify.annotations.NullMarked;
