package io.github.danmuhub.platform.bilibili;

/**
 * Who asks, as the platform sees them.
 *
 * @param uid of the account, 0 for an anonymous visitor
 * @param buvid3 of the device, a cookie that stands in the authentication too: forced since 2025-06
 * @param imgKey first half of the WBI keys
 * @param subKey second half of the WBI keys
 * @param since when it was looked up, in ticks
 */
record BilibiliVisitor(long uid, String buvid3, String imgKey, String subKey, long since) {
  private static final long KEPT_MS = 12 * 3600 * 1000L;

  boolean isFresh(long ticks) {
    return ticks - since < KEPT_MS;
  }

  /** For people. */
  String account() {
    return uid == 0
        ? "an anonymous visitor, to whom the platform masks names"
        : "logged in as uid " + uid;
  }

  /** Says nothing of the account or the device. */
  @Override
  public String toString() {
    return uid == 0 ? "BilibiliVisitor[anonymous]" : "BilibiliVisitor[logged in]";
  }
}
