// One line at the edge of the page, for a while: what was done, perhaps with a way back.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

const SHOWN_MS = 8_000;

class Toast extends HubElement {
  static properties = { words: {}, back: {}, bad: { type: Boolean } };

  static styles = css`
    :host {
      position: fixed;
      z-index: 10;
      inset: auto 0 var(--s5);
      width: fit-content;
      max-width: calc(100vw - 32px);
      margin: auto;
    }
    @media (max-width: 720px) {
      :host {
        bottom: 96px; /* the emergency stop is never covered */
      }
    }
    div {
      display: flex;
      align-items: center;
      gap: var(--s4);
      padding: var(--s2) var(--s2) var(--s2) var(--s4);
      min-height: 48px;
      border-radius: var(--radius);
      background: var(--ink);
      color: var(--surface);
      box-shadow: 0 6px 24px #0004;
      overflow-wrap: anywhere;
    }
    .bad {
      border-left: 4px solid var(--bad);
    }
    button {
      border-color: color-mix(in srgb, currentColor 40%, transparent);
      background: none;
    }
    button:hover {
      background: color-mix(in srgb, currentColor 14%, transparent);
    }
  `;

  constructor() {
    super();
    this.words = "";
    this.bad = false;
    /** @type {(() => void) | undefined} */
    this.back = undefined;
  }

  render() {
    return html`
      <div class=${this.bad ? "bad" : ""} role="status">
        <span>${this.words}</span>
        ${this.back
          ? html`<button id="undo" @click=${this.#undo}>${t("toast.undo")}</button>`
          : nothing}
        <button aria-label=${t("toast.close")} @click=${() => this.remove()}>✕</button>
      </div>
    `;
  }

  #undo() {
    this.back?.();
    this.remove();
  }
}

customElements.define("hub-toast", Toast);

/**
 * Says it; takes the place of what was said before.
 *
 * @param {string} words
 * @param {{back?: () => void, bad?: boolean}} [more] back: undoes it
 */
export function toast(words, more = {}) {
  document.querySelector("hub-toast")?.remove();
  const element = Object.assign(document.createElement("hub-toast"), { words, ...more });
  document.body.append(element);
  setTimeout(() => element.remove(), SHOWN_MS);
}
