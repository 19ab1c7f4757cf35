// <hub-copy-field label="…" value="…">: a text to take away.

import { css, html } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import { toast } from "./toast.js";

class CopyField extends HubElement {
  static properties = { label: {}, value: {} };

  static styles = css`
    :host {
      display: flex;
      gap: var(--s2);
    }
    input {
      flex: 1;
      font-family: var(--mono);
      font-size: var(--small);
    }
  `;

  constructor() {
    super();
    this.label = "";
    this.value = "";
  }

  render() {
    return html`
      <input readonly aria-label=${this.label} .value=${this.value} @focus=${this.#select} />
      <button class="go" @click=${() => copy(this.value)}>${t("overlay.copy")}</button>
    `;
  }

  #select(/** @type {Event} */ event) {
    /** @type {HTMLInputElement} */ (event.target).select();
  }
}

/** Puts a text where others paste it from; a page that is not on this machine may not. */
export async function copy(/** @type {string} */ text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("overlay.copied"));
  } catch {
    toast(t("overlay.notCopied"), { bad: true });
  }
}

customElements.define("hub-copy-field", CopyField);
