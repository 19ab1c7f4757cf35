// <hub-line-strip .feed=…>: says, while the hub is not there, that it is not.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

class LineStrip extends HubElement {
  static properties = { feed: { attribute: false } };

  static styles = css`
    div {
      padding: var(--s2) var(--s5);
      background: var(--warn-soft);
      color: var(--warn);
      border-bottom: 1px solid var(--line);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    /** @type {import("../client/feed.js").FeedState} */
    this.feed = { state: "connecting" };
  }

  render() {
    const { state, why } = this.feed;
    if (state === "away") return html`<div role="status">${t("feed.away")}</div>`;
    if (state === "refused") return html`<div role="status">${t("feed.refused", why ?? "")}</div>`;
    return nothing;
  }
}

customElements.define("hub-line-strip", LineStrip);
