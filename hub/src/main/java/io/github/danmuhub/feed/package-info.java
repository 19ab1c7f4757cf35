/**
 * Sites described in YAML instead of programmed: a {@code FEED.yaml} becomes a {@link
 * io.github.danmuhub.platform.Platform} like any other, with its simulated side.
 *
 * <pre>
 *  FEED.yaml ─ yaml ─▶ FeedReader ─▶ spec.FeedSpec ─▶ FeedPlatform ─┬▶ FeedSession   dials, hears
 *                                                                 └▶ site.FeedSite the other side
 *  a frame ─ decode.Chain ─▶ JSON ─ path.JsonPath ─▶ messages ─ message.EventRule ─▶ events
 * </pre>
 *
 * Every step works both ways, so the site's encoder is the same description read backwards.
 */
@NullMarked
package io.github.danmuhub.feed;

import org.jspecify.annotations.NullMarked;
