/**
 * Bilibili's JSON, read in one pass and without a tree; knows no message.
 *
 * <pre>
 *  JsonCursor ─▶ MessageParser (Jackson's, used again) ─▶ UnreadJson ─▶ PlainRun   what nobody reads
 *       └──────▶ ChatExtra ◀─ RawExtra, else DecodedExtra                          JSON in a string
 * </pre>
 *
 * What is written as the platform writes it is read here; whatever is unusual goes back to Jackson,
 * which also words every error (ADR 6).
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.json;

import org.jspecify.annotations.NullMarked;
