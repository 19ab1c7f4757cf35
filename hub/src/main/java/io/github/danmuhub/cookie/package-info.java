/**
 * The cookie that people have: what browsers and other tools save, as a {@code Cookie} header.
 *
 * <pre>
 *  bytes ─▶ FileText ─▶ CookieFormat, the first of a table that reads it ─▶ SavedCookie… ─▶ SavedCookies
 * </pre>
 *
 * No message holds any of a file's text.
 */
@NullMarked
package io.github.danmuhub.cookie;

import org.jspecify.annotations.NullMarked;
