/**
 * Words for people, whoever prints them. What the program says is a {@link
 * io.github.danmuhub.text.Phrase}: a key and what is filled in; {@link
 * io.github.danmuhub.text.Words} say it in the reader's {@link io.github.danmuhub.text.Language},
 * by {@code messages_en.properties} and {@code messages_zh.properties}. A failure that is {@link
 * io.github.danmuhub.text.Told} carries one. What is not ours, such as a library's words, is filled
 * in as it came; a Chinese sentence has it in brackets.
 */
@NullMarked
package io.github.danmuhub.text;

import org.jspecify.annotations.NullMarked;
