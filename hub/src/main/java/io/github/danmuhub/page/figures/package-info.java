/**
 * What the dashboard counts, kept by the hub, so that all windows show the same and none begins at
 * zero when it is opened: messages and income by minute, who speaks and who gives, gaps. In memory
 * only, since the hub's start; reports over recordings are {@code stats}.
 */
@NullMarked
package io.github.danmuhub.page.figures;

import org.jspecify.annotations.NullMarked;
