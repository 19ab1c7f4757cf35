/**
 * A Chromium that we talk to by the DevTools Protocol, over our own WebSocket client: one that we
 * launch, or the user's.
 *
 * <pre>
 *  Browser ─▶ Chromium ─▶ Profiles       launched, in a profile that is found again after a kill -9
 *     │    └▶ DevToolsAddress            or attached to
 *     ▼
 *  CdpLink ─▶ CdpSession                 commands with their answers, events, one session a target
 *     ▼
 *  Targets ─▶ Target                     pages, frames, workers: each once, and heard from its start
 *     ▼
 *  Page                                  opened, called, told the end of
 * </pre>
 *
 * All that is told comes on the link's event loop. Sources: the protocol's own description, and
 * what was measured of Chromium 156.
 */
@NullMarked
package io.github.danmuhub.browser;

import org.jspecify.annotations.NullMarked;
