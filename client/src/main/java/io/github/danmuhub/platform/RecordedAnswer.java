package io.github.danmuhub.platform;

import io.github.danmuhub.event.Raw;
import java.net.URI;

/**
 * A good answer over HTTP, of a capture: to a poll, or to whatever else the client asked.
 *
 * @param time epoch milliseconds; 0 where the capture has none
 * @param asked without its secrets, if they were blanked
 */
public record RecordedAnswer(long time, URI asked, Raw body) implements Recorded {}
