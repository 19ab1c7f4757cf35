// <hub-overlay-address path="/overlay/…" size="…">: what OBS is given, long or short, and the steps
// there.

import { css, html } from "lit";
import { call } from "../client/api.js";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import { toast } from "./toast.js";
import "./copy-field.js";
import "./panel.js";

class OverlayAddress extends HubElement {
  static properties = { path: {}, size: {}, short: { state: true } };

  static styles = css`
    .body {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      padding: var(--s4);
    }
    ol {
      display: grid;
      gap: var(--s1);
      margin: 0;
      padding: 0 0 0 20px;
    }
    .short {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
    }
    .short span {
      flex: 1 1 160px;
    }
  `;

  constructor() {
    super();
    this.path = "";
    this.size = "";
    this.short = "";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("path")) this.short = "";
  }

  render() {
    return html`
      <hub-panel heading=${t("overlay.address")}>
        <div class="body">
          <hub-copy-field
            id="address"
            label=${t("overlay.address")}
            .value=${location.origin + this.path}
          ></hub-copy-field>
          ${this.short
            ? html`<hub-copy-field
                id="short"
                label=${t("overlay.short")}
                .value=${location.origin + this.short}
              ></hub-copy-field>`
            : html`<div class="short">
                <span class="soft small">${t("overlay.shortHint")}</span>
                <button id="shorten" @click=${this.#shorten}>${t("overlay.shorten")}</button>
              </div>`}
          <ol class="small">
            <li>${t("overlay.step.add")}</li>
            <li>${t("overlay.step.size", this.size)}</li>
            <li>${t("overlay.step.css")}</li>
          </ol>
        </div>
      </hub-panel>
    `;
  }

  async #shorten() {
    try {
      this.short = (await call("POST", "/api/overlays", { address: this.path })).path;
    } catch (e) {
      toast(e instanceof Error ? e.message : String(e), { bad: true });
    }
  }
}

customElements.define("hub-overlay-address", OverlayAddress);
