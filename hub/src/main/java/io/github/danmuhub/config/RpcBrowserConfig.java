package io.github.danmuhub.config;

import org.jspecify.annotations.Nullable;

/**
 * The browser of {@code rpc.tabs}.
 *
 * @param attach the user's own, by its debugging port or its {@code DevToolsActivePort} file; null:
 *     one is launched
 * @param program that is launched; null: the first Chromium on the PATH
 */
public record RpcBrowserConfig(@Nullable String attach, @Nullable String program) {
  /** The first Chromium on the PATH. */
  static final RpcBrowserConfig LAUNCHED = new RpcBrowserConfig(null, null);
}
