/**
 * A message → its events, and back: one table, one file a family with both directions.
 *
 * <pre>
 *  HuyaEvents ⇄ Chats 1400 · Gifts 6501 (Combos: what is new) · Enters 6110, 1002, 1005
 *               Broadcasts 8000, 8001, 8004 (BroadcastState) · Figures 8006 · Badges 6231, 6232
 *  Viewer     ⇄ who acts, with Badges
 * </pre>
 */
@NullMarked
package io.github.danmuhub.platform.huya.message;

import org.jspecify.annotations.NullMarked;
