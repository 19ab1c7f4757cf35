/** The smallest platform there can be, invented: the site kit and the contract are tried on it. */
@NullMarked
package io.github.danmuhub.platform.tiny;

import org.jspecify.annotations.NullMarked;
