/**
 * Bounded bytes: what every codec needs and none should write twice. No I/O, no threads, no clock.
 *
 * <pre>
 *  Decompressors ─▶ Inflate (zlib, gzip), Brotli (native or Java)   measured while they inflate
 *  ProtoReader ⇄ ProtoWriter                                        protobuf by field number
 *  ProtoTree                                                        the same without a schema
 *  ProtoCache                                                       what was read from the same bytes
 *  TarsReader ⇄ TarsWriter, TarsTree                                TARS likewise
 *  TarsStruct                                                       TARS, a struct at a time
 *  FlatJson                                                         small JSON as paths
 *  JsonCursor ⇄ JsonText                                            JSON in one pass, without a tree
 *  JsonMessages ─▶ MessageParser ─▶ UnreadJson ─▶ PlainRun          Jackson's parser, used again
 * </pre>
 *
 * JSON that is written as platforms write it is read here; whatever is unusual goes back to
 * Jackson, which also words every error (ADR 6).
 *
 * <p>{@code Bounds} is how much anything may be; what is beyond is a {@code MalformedException}.
 */
@NullMarked
package io.github.danmuhub.wire;

import org.jspecify.annotations.NullMarked;
