/**
 * Douyin (抖音): protobuf over WebSocket.
 *
 * <pre>
 * room      douyin:80017709309 · https://live.douyin.com/80017709309
 * lookup    /            → cookie ttwid
 *           /80017709309 → first only __ac_nonce, then the state: room_id, title, live or ended
 *           web/enter    → the second witness, before a room counts as ended
 *           im/fetch     → first cursor, internal_ext, history, push server, route_params
 * socket    wss://webcast100-ws-web-lq.douyin.com/webcast/im/push/v2/?…30 parameters…&amp;signature=
 *
 *   frame   PushFrame { 2 LogID, 5 headers, 7 payload_type, 8 payload }       DouyinPacket
 *   msg      └ gzip └ Response { 1 messages, 2 cursor, 5 internal_ext, 9 need_ack }
 *   hb       └ 3a026862, both ways: ours every 10 s, first right after opening
 *   ack      └ ours: the frame's LogID, internal_ext as payload; before its messages are handled
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
 *  (here)    Douyin the door; DouyinSession the conversation, with     all below
 *            its two halves: DouyinResolver, where to dial, from
 *            DouyinLookup and DouyinTickets, and DouyinReceiver, what
 *            comes in; DouyinRedial, what follows a lost line;
 *            DouyinPolling and DouyinSocketRetry, where polls stand for
 *            a socket; DouyinDissector for captures
 *  packet/   bytes ⇄ packets, URLs, and what else both ends share      none of these
 *  page/     a room's page → RoomInfo                                  packet
 *  message/  a message ⇄ its events: two tables, one file a subject    packet
 *  site/     DouyinSite: lookups, admission, faults; on the site kit   packet, message
 * </pre>
 *
 * <p>Below, what stays within its room does not carry the platform's name.
 *
 * <p><b>Signature.</b> The page's function is not ours to ship. {@code signature=none}, the
 * default, sends none of our own, but puts on the URL what {@code route_params} of {@code im/fetch}
 * ask for: that is where the simulator hands out one that has the right form and says what it is.
 * The real site names none there, refuses the socket (HTTP 200, {@code handshake-msg
 * DEVICE_BLOCKED}, {@code handshake-status 415}), and we poll {@code im/fetch} instead. {@code rpc}
 * posts the md5 stub to the user's own page, {@code url} takes a whole socket URL. With {@code
 * source=browser} there is none: the room's page connects and signs by itself in a browser, its
 * frames are heard, and nothing is sent.
 *
 * <p><b>Reconnecting.</b> The cursor stands in the URL, so a dial is never used twice. A socket on
 * which messages were heard is dialled again without a question, once; else there is a fresh
 * lookup. Where three sockets in a row fail, whatever the reason, we poll. Who polls tries the
 * socket again after 5 min, doubling to 30, with a new ticket only; not where an unsigned URL was
 * refused. A cursor after which {@code im/fetch} gives nothing is given up. An ended room is a slow
 * {@code Polling} dial that asks the page every 30 s; after three pages in a row that cannot be
 * read there is a lookup, which says why. A URL that was handed over is good for its own broadcast:
 * when the next one begins, the room fails and asks for another URL.
 *
 * <p><b>Since 2026</b> guests are shown no gifts, and in many rooms masked viewers: gifts need the
 * user's own cookie. Field numbers are those of the page's own tables and of real frames; most
 * public .proto files are wrong in TextPiece, rtf_content and promotion_id. {@code
 * ControlMessage.action} 5 to 7 and the rarer {@code MemberMessage.action}s are unproven.
 */
@NullMarked
package io.github.danmuhub.platform.douyin;

import org.jspecify.annotations.NullMarked;
