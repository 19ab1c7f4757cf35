package io.github.danmuhub.testing;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;

/** A request, with the cookies that it showed, and what it was answered. */
public record Exchange(HttpCall call, HttpReply reply) {}
