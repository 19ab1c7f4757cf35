package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Asker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a signature comes from. */
interface DouyinSigner {
  /** No signature of ours: what the platform's own {@code route_params} name still goes along. */
  DouyinSigner NONE = (http, stub) -> CompletableFuture.completedFuture("");

  /**
   * Signs a stub.
   *
   * @return the signature, empty for none; fails with a {@link
   *     io.github.danmuhub.platform.LookupException}
   */
  CompletionStage<String> sign(Asker http, String stub);

  static DouyinSigner of(DouyinSettings settings) {
    return settings.rpc() == null || settings.signature() != DouyinSettings.Signature.RPC
        ? NONE
        : new DouyinRpcSigner(settings.rpc());
  }
}
