/**
 * The program once more, which writes Parquet too: {@code danmu export --to parquet}. An artifact
 * of its own, since the libraries that write it are larger than the program.
 */
@NullMarked
package io.github.danmuhub.parquet;

import org.jspecify.annotations.NullMarked;
