package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions of pages, called over HTTP.
 *
 * @param origins whose pages may register, such as {@code https://live.douyin.com}, in lower case;
 *     {@code *}: all pages
 * @param token what a page must show, besides the hub's own; null: the hub's, where it has one
 * @param eval whether pages may be made to run any code of a caller's
 * @param callsPerPage that may wait for one page
 * @param messageKb KiB of what a page may send at once
 * @param jsrpc the doors of a JsRpc hub; null: closed
 * @param sekiro the doors of a sekiro hub; null: closed
 * @param tabs pages that the hub reaches by the browser itself
 * @param browser theirs
 */
public record RpcConfig(
    List<String> origins,
    @Nullable String token,
    Boolean eval,
    Integer callsPerPage,
    Integer messageKb,
    @Nullable CompatibleConfig jsrpc,
    @Nullable CompatibleConfig sekiro,
    List<RpcTabConfig> tabs,
    RpcBrowserConfig browser) {
  private static final int MOST_KB = 64 << 10;

  public RpcConfig {
    origins = Callers.guests("rpc.origins", origins);
    token = Token.of("rpc.token", token);
    eval = requireNonNullElse(eval, false);
    tabs = List.copyOf(requireNonNullElse(tabs, List.of()));
    browser = requireNonNullElse(browser, RpcBrowserConfig.LAUNCHED);
    callsPerPage = Range.upTo(10_000, "rpc.calls_per_page", requireNonNullElse(callsPerPage, 256));
    messageKb = Range.upTo(MOST_KB, "rpc.message_kb", requireNonNullElse(messageKb, 1_024));
  }

  /** The bound of {@link #messageKb} in bytes. */
  public int messageBytes() {
    return messageKb() << 10;
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "RpcConfig[" + origins + (token == null ? "" : ", with a token") + "]";
  }
}
