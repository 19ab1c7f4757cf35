package io.github.danmuhub.page;

import java.util.List;

/** The table of pages: a new one is a line here, and a module. */
final class PageTable {
  static final List<Page> PAGES =
      List.of(
          Page.window("/", "pages/dashboard.js"),
          Page.window("/design", "pages/design.js"),
          Page.window("/settings/overlay", "pages/overlay-settings.js"),
          Page.scene("/overlay/chat", "overlay/chat.js"),
          Page.scene("/overlay/gifts", "overlay/gifts.js"),
          Page.scene("/overlay/danmaku", "overlay/danmaku.js"),
          Page.scene("/overlay/ticker", "overlay/ticker.js"),
          Page.scene("/overlay/battle", "overlay/battle.js"),
          Page.scene("/overlay/vote", "overlay/vote.js"),
          Page.scene("/overlay/show", "overlay/show.js"));

  private PageTable() {}
}
