/**
 * A room's page → what it says of the room, without a JavaScript engine.
 *
 * <pre>
 *  HTML ─ RoomPage ─ JsString ─▶ JSON ─ JsonLeaves ─▶ path → text ─ RoomInfo
 * </pre>
 *
 * <p>{@code RoomPage} is the door; it knows the forms of 2022 ({@code RENDER_DATA}) and of today
 * ({@code self.__pace_f.push}).
 */
@NullMarked
package io.github.danmuhub.platform.douyin.page;

import org.jspecify.annotations.NullMarked;
