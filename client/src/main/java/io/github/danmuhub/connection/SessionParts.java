package io.github.danmuhub.connection;

import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a room's session is made of, and given.
 *
 * @param open makes it; called once, on the thread that makes the connection
 * @param random its own
 * @param settings what the user set for the room
 * @param tools of the room's loop
 * @param cookies shared by all rooms of the loop that visit the platform with the same account
 */
public record SessionParts(
    Function<RoomContext, RoomSession> open,
    RandomGenerator random,
    Settings settings,
    LoopTools tools,
    CookieJar cookies) {}
