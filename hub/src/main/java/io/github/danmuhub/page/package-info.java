/**
 * What people look at in a browser: {@link io.github.danmuhub.page.PageTable} is the table of the
 * pages, whose modules, components and words are files of the jar (docs/pages.md is their map). A
 * page is a {@link io.github.danmuhub.page.Shell} of a few lines that loads its module; everything
 * else it loads stands under {@code /assets/BUILD/}, where {@code BUILD} is the hash of it all, and
 * may be kept for ever.
 */
@NullMarked
package io.github.danmuhub.page;

import org.jspecify.annotations.NullMarked;
