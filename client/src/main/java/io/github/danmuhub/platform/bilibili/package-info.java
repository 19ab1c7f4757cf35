/**
 * Bilibili (哔哩哔哩直播): packets over WebSocket or raw TCP, JSON inside.
 *
 * <p><b>Rooms.</b> {@code 21452505}, a short id such as {@code 6}, {@code
 * https://live.bilibili.com/21452505?…}, {@code …/h5/…}, {@code …/blanc/…}. Events carry the id
 * that was typed; the wire carries the long id.
 *
 * <p><b>The walk.</b> {@code BilibiliLookup} asks {@code get_info} (or {@code room_init}) for the
 * room, {@code BilibiliVisitorLookup} the front page (or {@code finger/spi}) for the cookie {@code
 * buvid3} and {@code nav} for the WBI keys and the account, then {@code getDanmuInfo}, signed by
 * {@code BilibiliWbi}, for token and servers. {@code BilibiliSession} authenticates and keeps the
 * heartbeat, {@code BilibiliPacketCodec} reads frames, {@code CommandTable} says which message
 * becomes which event.
 *
 * <pre>
 *  packet, big-endian:   0        4           6         8           12         16
 *                        | length | header 16 | version | operation | sequence | body …
 *
 *  version    0 JSON · 1 as the operation says · 2 packets, zlib · 3 packets, brotli
 *  operation  2 heartbeat · 3 its reply: u32 popularity, over WebSocket followed by an echo
 *             outside of the length · 5 message · 7 auth, first and within 5 s · 8 its reply
 *  lengths    a frame holds packets one after another, up to 32 in one compressed packet
 *  times      a heartbeat every 30 s; the server closes after 60 to 70 s without
 *
 *  servers    wss://HOST:wss_port/sub · ws://HOST:ws_port/sub · tcp HOST:port
 *  codes      lookup 1, 60004 no such room · -352 risk control · -412 too many requests
 *             auth -101 token refused
 * </pre>
 *
 * <p><b>The map.</b>
 *
 * <pre>
 *  lookup ─▶ session ─▶ packet ─▶ message ─▶ events
 *                         ▲
 *                        site, the other side
 *
 *                                                                      imports
 *  (here)    Bilibili the entry, BilibiliLookup and what it learns,     all below
 *            BilibiliSession, BilibiliSettings; for captures
 *            BilibiliDissector and BilibiliRedaction
 *  packet/   bytes ⇄ packets, and what else both ends share            none of these
 *  json/     JSON in one pass, without a tree                           none of these
 *  message/  a message → its events: one table, small commands         json
 *  site/     BilibiliSite and what only it uses                        packet, message
 * </pre>
 *
 * <p>Below, what stays within its room does not carry the platform's name.
 *
 * <p>Sources: the public protocol notes of xfgryujk/blivedm (2026-08), lovelyyoshino/
 * Bilibili-Live-API (2026-06) and copyliu/bililive_dm (2026-04), and frames recorded by
 * champkeh/blive-ws (2023). Nothing here was checked against the live service.
 */
@NullMarked
package io.github.danmuhub.platform.bilibili;

import org.jspecify.annotations.NullMarked;
