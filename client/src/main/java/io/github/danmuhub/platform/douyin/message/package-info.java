/**
 * Messages → events; knows nothing of sockets, frames or HTTP.
 *
 * <pre>
 *  DouyinMessage ─ DouyinEvents ─▶ Delivery ─▶ Chat- Gift- Notice- People- Room- StatsEvents ─▶ LiveEvent
 *                   the table                   Common, Viewer, DisplayText, Image
 * </pre>
 *
 * <p>{@code DouyinEvents} is the door and its table says which method becomes which event; one file
 * a subject reads the fields. What outlives a message: {@code GiftCombos}, the gift rule, and
 * {@code BroadcastState}.
 */
@NullMarked
package io.github.danmuhub.platform.douyin.message;

import org.jspecify.annotations.NullMarked;
