package io.github.danmuhub.browser.frames;

import io.github.danmuhub.capture.Place;

/**
 * Who in a page's scripts deals with a socket.
 *
 * @param what {@code send}, or {@code onmessage} for who listens
 * @param socket its URL
 * @param place where
 * @param kind of the target whose script it is: page, iframe, worker …
 */
public record Caller(String what, String socket, Place place, String kind) {}
