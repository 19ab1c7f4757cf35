/**
 * XML of danmaku as recorders and Bilibili write it: files that are not well-formed are read as far
 * as they can be, and what each program means by its numbers is known by its head.
 *
 * <pre>
 * file ─▶ TextEncoding ─▶ CleanReader ─▶ ResumingParser ─▶ XmlItem ─▶ a Dialect ─▶ events
 * </pre>
 *
 * Units, names and quirks of the writers are in the dialects' own files, read from the sources of
 * BililiveRecorder c428086, blrec 47f16f2, biliLive-tools 5e44928 and biliup adf6a1c.
 */
@NullMarked
package io.github.danmuhub.intake.xml;

import org.jspecify.annotations.NullMarked;
