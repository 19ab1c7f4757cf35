/**
 * Refusals in words: every failed request is answered as {@code application/problem+json} (RFC
 * 9457).
 */
@NullMarked
package io.github.danmuhub.server.problem;

import org.jspecify.annotations.NullMarked;
