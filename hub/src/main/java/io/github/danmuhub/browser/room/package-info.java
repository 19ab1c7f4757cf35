/**
 * Rooms through their pages: a tab a room, whose own socket is heard.
 *
 * <pre>
 *  PageDialler ─▶ RoomBrowser     one browser for each way out, made when a room wants it
 *                      │
 *                   RoomTab ─▶ RoomLine ─▶ the room's SocketListener
 * </pre>
 */
@NullMarked
package io.github.danmuhub.browser.room;

import org.jspecify.annotations.NullMarked;
