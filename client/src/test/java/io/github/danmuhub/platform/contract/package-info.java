/**
 * What every platform owes, as one abstract test: a platform's test extends {@link
 * io.github.danmuhub.platform.contract.PlatformContract} and names only its own things.
 */
@NullMarked
package io.github.danmuhub.platform.contract;

import org.jspecify.annotations.NullMarked;
