/**
 * What a door is made of: its line in the table, small JSON, files of the jar, WebSockets. A part
 * that has doors of its own makes them of this, and of nothing else of the server.
 */
@NullMarked
package io.github.danmuhub.server.door;

import org.jspecify.annotations.NullMarked;
