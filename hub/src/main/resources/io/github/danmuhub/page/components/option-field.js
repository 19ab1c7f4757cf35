// <hub-option-field .option=… value="…">: the control of one option of an overlay. Tells
// "hub-option" with its name and its value.

import { css, html, nothing } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";

/** @typedef {import("../overlay/options.js").Option} Option */

const COLOUR = /^#[0-9a-f]{6}$/i;

class OptionField extends HubElement {
  static properties = { option: { attribute: false }, value: {} };

  static styles = css`
    label {
      display: grid;
      gap: var(--s1);
    }
    input:not([type="checkbox"]),
    select {
      width: 100%;
    }
    .switch {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: var(--s3);
      min-height: var(--touch);
      cursor: pointer;
    }
    .switch input {
      appearance: none;
      width: 34px;
      height: 20px;
      border: 1px solid var(--edge);
      border-radius: 999px;
      background:
        radial-gradient(circle at 9px 50%, var(--edge) 6px, transparent 6.5px), var(--surface);
      cursor: pointer;
      transition: background-position var(--quick) var(--ease);
    }
    .switch input:checked {
      border-color: var(--accent);
      background:
        radial-gradient(circle at 23px 50%, var(--on-accent) 6px, transparent 6.5px), var(--accent);
    }
    .colour {
      display: grid;
      grid-template-columns: var(--touch) minmax(0, 1fr);
      gap: var(--s2);
    }
    .colour input[type="color"] {
      padding: 4px;
      cursor: pointer;
    }
  `;

  constructor() {
    super();
    /** @type {Option | undefined} */
    this.option = undefined;
    this.value = "";
  }

  render() {
    const { option } = this;
    if (!option) return nothing;
    const words = t(`overlay.option.${option.name}`);
    if (option.kind === "switch") {
      return html`<label class="switch">
        <input
          type="checkbox"
          role="switch"
          name=${option.name}
          .checked=${this.value === "1"}
          @change=${(/** @type {Event} */ event) =>
            this.#tell(/** @type {HTMLInputElement} */ (event.target).checked ? "1" : "0")}
        />${words}
      </label>`;
    }
    return html`<label><span class="small soft">${words}</span>${this.#field(option, words)}</label>`;
  }

  #field(/** @type {Option} */ option, /** @type {string} */ words) {
    if (option.kind === "choice") return this.#choice(option);
    if (option.kind === "colour") return this.#colour(option, words);
    return html`<input
      name=${option.name}
      type=${option.kind === "number" ? "number" : "text"}
      min=${option.least ?? nothing}
      max=${option.most ?? nothing}
      step="any"
      placeholder=${option.hint ? t(`overlay.hint.${option.name}`) : ""}
      .value=${this.value === option.blank ? "" : this.value}
      @input=${this.#typed}
    />`;
  }

  #choice(/** @type {Option} */ option) {
    return html`<select name=${option.name} @change=${this.#typed}>
      ${option.choices?.map(
        (choice) => html`<option value=${choice} ?selected=${choice === this.value}>
          ${t(`overlay.choice.${choice}`)}
        </option>`,
      )}
    </select>`;
  }

  /** A picker beside the text: any colour of CSS may be written, or none. */
  #colour(/** @type {Option} */ option, /** @type {string} */ words) {
    return html`<span class="colour">
      <input
        type="color"
        aria-label=${words}
        .value=${COLOUR.test(this.value) ? this.value : (option.shows ?? "#ffffff")}
        @input=${this.#typed}
      />
      <input name=${option.name} placeholder=${option.shows ?? ""} .value=${this.value} @input=${this.#typed} />
    </span>`;
  }

  #typed(/** @type {Event} */ event) {
    const { value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    this.#tell(value === "" ? (this.option?.blank ?? "") : value);
  }

  #tell(/** @type {string} */ value) {
    const detail = { name: this.option?.name, value };
    this.dispatchEvent(new CustomEvent("hub-option", { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-option-field", OptionField);
