/**
 * A {@code .proto} file's names and types, and layers of protobuf that are given them. A reader of
 * our own, since a library that reads such files brings megabytes (docs/adr/0021).
 */
@NullMarked
package io.github.danmuhub.inspect.proto;

import org.jspecify.annotations.NullMarked;
