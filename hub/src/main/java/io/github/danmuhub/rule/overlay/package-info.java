/** What rules show and say in a browser, and how votes stand: one WebSocket that all pages hear. */
@NullMarked
package io.github.danmuhub.rule.overlay;

import org.jspecify.annotations.NullMarked;
