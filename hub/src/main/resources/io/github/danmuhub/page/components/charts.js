// <hub-charts .figures=… currency=…>: what is said and what is paid, by minute.

import { css, html, nothing } from "lit";
import { best, running } from "../client/board.js";
import { figure, t } from "../client/words.js";
import "./chart.js";
import { HubElement } from "./element.js";
import "./panel.js";

class Charts extends HubElement {
  static properties = { figures: { attribute: false }, currency: {} };

  static styles = css`
    :host {
      display: grid;
      gap: var(--between);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    }
    select {
      padding: 0 var(--s1);
      min-height: 30px;
      font-size: var(--small);
    }
  `;

  constructor() {
    super();
    /** @type {any} */
    this.figures = undefined;
    this.currency = "";
  }

  render() {
    const { chats, income } = this.figures?.rows ?? { chats: [], income: {} };
    const currencies = Object.keys(income);
    const currency = currencies.includes(this.currency) ? this.currency : (best(currencies) ?? "CNY");
    const paid = (income[currency] ?? chats.map(() => 0)).map((/** @type {number} */ n) => n / 1_000);
    return html`
      <hub-panel heading=${t("charts.rate")}>
        ${this.#chart(t("charts.rate"), "line", running(chats, this.figures?.now))}
      </hub-panel>
      <hub-panel heading=${t("charts.income")}>
        ${currencies.length > 1 ? this.#choice(currencies, currency) : nothing}
        ${this.#chart(t("charts.income"), "bars", paid)}
      </hub-panel>
    `;
  }

  /** @param {number[]} rows */
  #chart(/** @type {string} */ label, /** @type {string} */ form, rows) {
    return html`<hub-chart
      label=${label}
      form=${form}
      .rows=${rows}
      .start=${this.figures?.minute ?? 0}
      .gaps=${this.figures?.gaps ?? []}
      .words=${figure}
    ></hub-chart>`;
  }

  /** @param {string[]} currencies */
  #choice(currencies, /** @type {string} */ chosen) {
    return html`<select slot="tools" aria-label=${t("charts.currency")} @change=${this.#choose}>
      ${currencies.map(
        (each) => html`<option value=${each} ?selected=${each === chosen}>
          ${t(`coin.${each.replace(":", "_")}`)}
        </option>`,
      )}
    </select>`;
  }

  #choose(/** @type {Event} */ event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    this.dispatchEvent(new CustomEvent("hub-currency", { detail: value, bubbles: true, composed: true }));
  }
}

customElements.define("hub-charts", Charts);
