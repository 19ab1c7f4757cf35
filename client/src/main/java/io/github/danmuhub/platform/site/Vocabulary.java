package io.github.danmuhub.platform.site;

/** What a platform's programme can speak of: its gifts with prices, its tiers and badges. */
public interface Vocabulary {}
