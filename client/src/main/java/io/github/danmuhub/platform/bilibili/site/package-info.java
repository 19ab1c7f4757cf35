/**
 * The other side: the platform as far as a client can tell, as strict as the real one.
 *
 * <pre>
 *  HTTP   ─▶ LookupAnswers ─ LookupRequest, RiskControl, IssuedTokens ─▶ JSON
 *  socket ─▶ Peer ─ Admission ─▶ Delivery ─ FaultyFrames ─▶ socket
 *                                   ▲
 *                               HostedRoom ◀─ Feed: a ScriptFeed, or the ReplayFeed of a capture
 * </pre>
 *
 * <p>{@code BilibiliSimulatedSite} is the door. Any {@code SESSDATA} is an account here, but {@code
 * SESSDATA=expired}.
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.site;

import org.jspecify.annotations.NullMarked;
