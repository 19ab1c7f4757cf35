package io.github.danmuhub.rule.engine;

import io.github.danmuhub.text.Phrase;

/** What holds a rule back: which limit, and for how long yet. */
record Held(Phrase which, long remainingMs) {}
