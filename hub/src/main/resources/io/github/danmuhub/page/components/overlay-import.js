// <hub-overlay-import>: takes what blivechat says, pasted or as its file; tells "hub-import" with
// options of ours.

import { css, html } from "lit";
import { t } from "../client/words.js";
import { fromBlivechat } from "../overlay/blivechat.js";
import { HubElement } from "./element.js";
import { toast } from "./toast.js";
import "./panel.js";

/** No configuration is as large. */
const LARGEST = 1 << 20;

class OverlayImport extends HubElement {
  static styles = css`
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      padding: var(--s4);
    }
    input {
      flex: 1 1 200px;
    }
    label {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      padding: 0 var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      background: var(--raised);
      cursor: pointer;
    }
    label:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
    label:hover {
      background: var(--sunken);
    }
  `;

  render() {
    return html`
      <hub-panel heading=${t("overlay.import")}>
        <div>
          <input
            id="import"
            aria-label=${t("overlay.import")}
            placeholder=${t("overlay.blivechat")}
            @change=${this.#pasted}
          />
          <label>
            ${t("overlay.file")}
            <input class="unseen" type="file" accept=".json,application/json" @change=${this.#opened} />
          </label>
        </div>
      </hub-panel>
    `;
  }

  #pasted(/** @type {Event} */ event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.value && this.#take(field.value)) field.value = "";
  }

  async #opened(/** @type {Event} */ event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    if (file) this.#take(file.size > LARGEST ? "" : await file.text());
    field.value = "";
  }

  #take(/** @type {string} */ text) {
    try {
      const detail = fromBlivechat(text);
      this.dispatchEvent(new CustomEvent("hub-import", { detail, bubbles: true, composed: true }));
      return true;
    } catch {
      toast(t("overlay.notImported"), { bad: true });
      return false;
    }
  }
}

customElements.define("hub-overlay-import", OverlayImport);
