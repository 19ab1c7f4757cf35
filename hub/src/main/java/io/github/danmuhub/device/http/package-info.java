/** Webhooks, signed as https://www.standardwebhooks.com says. */
@NullMarked
package io.github.danmuhub.device.http;

import org.jspecify.annotations.NullMarked;
