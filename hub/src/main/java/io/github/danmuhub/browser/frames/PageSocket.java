package io.github.danmuhub.browser.frames;

import io.github.danmuhub.browser.Target;
import org.jspecify.annotations.Nullable;

/**
 * A socket of a page.
 *
 * @param number tells the sockets of a browser apart, from 1 on
 * @param url empty where it was open before we came, and nobody knows
 * @param target whose it is
 * @param madeAt where in the page's scripts; null where nobody knows
 */
public record PageSocket(int number, String url, Target target, @Nullable Place madeAt) {}
