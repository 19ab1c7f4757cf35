/**
 * The program: one class per command, and every wiring table. Results go to stdout, talk to stderr;
 * exit 0 done, 1 failed at run time, 2 wrong usage.
 */
@NullMarked
package io.github.danmuhub.cli;

import org.jspecify.annotations.NullMarked;
