/**
 * Hosts {@link io.github.danmuhub.platform.site.HostedPlatform}s on 127.0.0.1 and does to them what
 * {@code --fault} asks for.
 *
 * <pre>
 *  a request ─▶ RequestRouter ─▶ Sites (whose is it?) ─▶ HostedSite ─▶ the platform's site
 *  a socket  ─▶ Peers ─▶ PeerLink ─▶ the platform's peer ─▶ FaultyPeerSocket ─▶ PeerLink ─▶ the socket
 * </pre>
 *
 * {@code Tallies} counts what clients did right and wrong, for {@code /_simulator}.
 */
@NullMarked
package io.github.danmuhub.simulator;

import org.jspecify.annotations.NullMarked;
