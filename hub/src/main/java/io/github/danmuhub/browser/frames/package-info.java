/**
 * What goes over a page's sockets, and what it polls, as the DevTools Protocol tells it.
 *
 * <pre>
 *  Target ─▶ PageSockets ─▶ SocketEar        every socket of pages, frames and workers
 *         │      └▶ EarlySockets             those it had before we came: LiveSockets, SocketMatch
 *         └▶ PolledAnswers ─▶                answers over HTTP, where asked for
 *         └▶ CallerHook ─▶                   who in the page sends and listens, where asked for
 * </pre>
 *
 * Chromium tells whole messages, inflated; neither pings nor the code of a close.
 */
@NullMarked
package io.github.danmuhub.browser.frames;

import org.jspecify.annotations.NullMarked;
