/**
 * What the tests of both modules share: virtual time, a context that writes down what a session
 * wants, real captures. The hub gets it as the client's test jar.
 */
@NullMarked
package io.github.danmuhub.testing;

import org.jspecify.annotations.NullMarked;
