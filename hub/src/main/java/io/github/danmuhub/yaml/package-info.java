/**
 * YAML as it stands in the file: every scalar is the text that was written ({@code 1}, {@code 007},
 * {@code on}), every node knows its line and column, and what could mean something else than it
 * says (anchors, aliases, merge keys, tags, a key that stands twice) is refused where it stands.
 */
@NullMarked
package io.github.danmuhub.yaml;

import org.jspecify.annotations.NullMarked;
