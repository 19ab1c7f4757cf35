package io.github.danmuhub.rule.engine;

/** What holds a rule back: which limit, and for how long yet. */
record Held(String which, long remainingMs) {}
