// <hub-interaction .told=…>: rules, votes and devices, with the emergency stop first of all.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

class Interaction extends HubElement {
  static properties = { told: { attribute: false }, now: { type: Number } };

  static styles = css`
    .body {
      display: grid;
      gap: var(--s3);
      padding: var(--s4);
    }
    p {
      margin: 0;
    }
    .stop {
      min-height: 56px;
      border: 0;
      background: var(--stop);
      color: var(--on-stop);
      font-size: 17px;
      font-weight: 700;
      letter-spacing: 0.04em;
    }
    .stop:hover {
      background: color-mix(in srgb, var(--stop) 85%, black);
    }
  `;

  constructor() {
    super();
    /** @type {{rules?: any, votes?: any, devices?: any}} */
    this.told = {};
    this.now = Date.now();
  }

  render() {
    const { rules, devices } = this.told;
    return html`
      <hub-panel heading=${t("interaction.title")}>
        <div class="body">
          ${devices
            ? html`<button
                class="stop"
                @click=${() =>
                  this.dispatchEvent(new CustomEvent("hub-stop", { bubbles: true, composed: true }))}
              >
                ${t("interaction.stop")}
              </button>`
            : nothing}
          ${rules || devices ? nothing : html`<p class="soft small">${t("interaction.none")}</p>`}
        </div>
      </hub-panel>
    `;
  }
}

customElements.define("hub-interaction", Interaction);
