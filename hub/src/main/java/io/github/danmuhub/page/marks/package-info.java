/**
 * What people at the pages have marked, kept by the hub so that every window agrees: what was read,
 * what is featured on the overlays. In memory only.
 */
@NullMarked
package io.github.danmuhub.page.marks;

import org.jspecify.annotations.NullMarked;
