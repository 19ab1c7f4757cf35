/** YAML as a tree that knows its lines, so that every refusal can name one. */
@NullMarked
package io.github.danmuhub.feed.yaml;

import org.jspecify.annotations.NullMarked;
