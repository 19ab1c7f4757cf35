/**
 * OBS Studio by obs-websocket 5 (read at 032c9933): the server says Hello (op 0), we Identify (1),
 * it says Identified (2); then Requests (6) and their Responses (7), which name each other by an
 * id.
 */
@NullMarked
package io.github.danmuhub.device.obs;

import org.jspecify.annotations.NullMarked;
