package io.github.danmuhub.browser.frames;

import io.github.danmuhub.browser.Target;
import io.github.danmuhub.capture.Place;
import java.util.List;

/**
 * A socket of a page.
 *
 * @param number tells the sockets of a browser apart, from 1 on
 * @param url empty where it was open before we came, and nothing tells whose it is
 * @param target whose it is
 * @param madeAt where in the page's scripts, the innermost place first; empty where nobody knows
 * @param early whether it was open before we came: its first frames are missing
 */
public record PageSocket(
    int number, String url, Target target, List<Place> madeAt, boolean early) {}
