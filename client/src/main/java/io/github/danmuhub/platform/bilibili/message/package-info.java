/**
 * Messages ⇄ events; knows nothing of packets, sockets or HTTP.
 *
 * <pre>
 *  JSON ─ BilibiliEvents ─▶ Message ─ CommandTable ─▶ a …Command ─▶ LiveEvent, to the Emitter
 *         JsonCursor                                  RoomMemory
 *
 *  LiveEvent ─ BilibiliEvents ─▶ EncodingTable ─▶ its command's encode ─▶ JSON
 *                                                 UserParts, JsonText
 * </pre>
 *
 * <p>{@code BilibiliEvents} is the entry. {@code CommandTable} says which command reads which
 * message; a command walks over the fields with {@code JsonCursor} and builds the event from {@code
 * Person}, {@code GiftDraft} and {@code Coins}. Commands that are only words are rows of {@code
 * NoticeTable}: a {@code Wording} of {@code Template}s, read by {@code Paths}. What outlives a
 * message is in {@code RoomMemory}: the anchor, the state of the broadcast, and the {@code
 * GuardPurchases} of which not all messages came yet.
 *
 * <p>An event has one form in which it is written; older forms are only read. A purchase of a guard
 * is all of {@code GuardMessages}, a combo's end follows its last gift, a super chat comes twice.
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.message;

import org.jspecify.annotations.NullMarked;
