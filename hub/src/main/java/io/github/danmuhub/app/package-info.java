/**
 * What a running hub is made of: {@link io.github.danmuhub.app.Part}s that start in order, say when
 * they fail, and end in the opposite order within one deadline.
 */
@NullMarked
package io.github.danmuhub.app;

import org.jspecify.annotations.NullMarked;
