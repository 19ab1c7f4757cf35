/**
 * JSON inside a string of JSON: the {@code extra} of a chat, of which one id is wanted.
 *
 * <pre>
 *  ChatExtra ◀─ RawExtra, where it lies; else DecodedExtra
 * </pre>
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.json;

import org.jspecify.annotations.NullMarked;
