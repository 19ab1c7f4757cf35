/**
 * Messages ⇄ events; knows nothing of sockets, frames or HTTP.
 *
 * <pre>
 *  DouyinMessage ─ DouyinEvents ─▶ Delivery ─▶ Chat- Gift- Notice- People- Room- StatsEvents ─▶ LiveEvent
 *                   the table                   Common, Viewer, DisplayText, Image
 * </pre>
 *
 * <p>{@code DouyinEvents} is the entry: its tables say which method becomes which event, and back;
 * one file a subject has both directions. What outlives a message: {@code GiftCombos}, the gift
 * rule, and {@code BroadcastState}.
 */
@NullMarked
package io.github.danmuhub.platform.douyin.message;

import org.jspecify.annotations.NullMarked;
