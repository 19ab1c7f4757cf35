/**
 * Huya (虎牙): TARS over WebSocket.
 *
 * <pre>
 * room      huya:lpl · https://www.huya.com/lpl · https://m.huya.com/lpl
 * lookup    mp.huya.com/cache.php?m=Live&amp;do=profileRoom&amp;roomid=lpl
 *                      → presenter's uid, title, live or not; status 422: no such room
 *           where that is gone: the page www.huya.com/lpl, TT_PROFILE_INFO and TT_ROOM_DATA
 * socket    wss://wsapi.huya.com/?baseinfo=…   base64 of ConnectParaInfo     HuyaConnectInfo
 *           then wss://cdnws.api.huya.com
 *
 *   frame   WebSocketCommand { 0 iCmdType, 1 vData, 2 lRequestId, … }        HuyaPacket
 *   16 ─▶   groups live:UID, chat:UID                                        HuyaGroups
 *   17 ◀─   code 0: live
 *   20 ─▶   heartbeat, every 60 s; 21 ◀─ its answer
 *    7 ◀─   one message  { 1 iUri, 2 sMsg, 5 lMsgId }                        HuyaPush
 *   22 ◀─   many         { 1 list { 0 lUri, 1 sMsg, 2 lMsgId } }
 *    3, 4   calls of the page (WUP), which we do not make                    HuyaWup
 * </pre>
 *
 * <p><b>The map.</b>
 *
 * <pre>
 *  lookup ─▶ session ─▶ packet ─▶ message ─▶ events
 *                         ▲          ▲
 *                        site, the other side
 *
 *  (here)    Huya the entry; HuyaLookup (HuyaFields, HuyaRoomInfo) before
 *            the socket; HuyaSession the conversation; HuyaDissector and
 *            HuyaRedaction for captures
 *  packet/   bytes ⇄ packets
 *  message/  message ⇄ events: one table, one file a family
 *  site/     lookups answered, admission, what its viewers can buy
 * </pre>
 *
 * <p><b>Quirks.</b> A socket that was offered permessage-deflate falls silent after some two
 * seconds, pings included: we offer none. A message comes by both groups with one {@code lMsgId}.
 * Gifts to presenters of other rooms reach the groups too. Only nobles are announced when they
 * enter. {@code lPayTotal} is in hundredths of a 虎牙币, which is one yuan.
 *
 * <p><b>Sources.</b> The project's reference of Huya's protocol; field numbers by the page's own
 * tables and by public clients (facts only); frames of {@code captures/huya}. Unproven: that {@code
 * iItemCount} is what one payment brings, and not a combo's total (all public clients add it up);
 * the layout of the shorter fan badge; whether a heartbeat is needed at all.
 */
@NullMarked
package io.github.danmuhub.platform.huya;

import org.jspecify.annotations.NullMarked;
