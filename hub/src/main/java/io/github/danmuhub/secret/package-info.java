/** Secrets that stand in files, and what is signed with them; nothing here shows one. */
@NullMarked
package io.github.danmuhub.secret;

import org.jspecify.annotations.NullMarked;
