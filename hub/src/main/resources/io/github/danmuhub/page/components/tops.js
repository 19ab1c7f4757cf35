// <hub-tops .figures=… currency=…>: who gave most and who said most.

import { css, html } from "lit";
import { best } from "../client/board.js";
import { amount, amountShort, count, t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./top-list.js";

const PLACES = 6;

class Tops extends HubElement {
  static properties = {
    figures: { attribute: false },
    currency: {},
    marksRooms: { type: Boolean },
  };

  static styles = css`
    :host {
      display: grid;
      gap: var(--between);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    }
  `;

  constructor() {
    super();
    /** @type {any} */
    this.figures = undefined;
    this.currency = "";
    this.marksRooms = false;
  }

  render() {
    const speakers = (this.figures?.top_speakers ?? []).slice(0, PLACES);
    return html`
      ${this.#list("top.givers", this.#givers(), (g) => ({ sum: g.milli, words: amountShort(g), exact: amount(g) }))}
      ${this.#list("top.speakers", speakers, (s) => ({ sum: s.count, words: count(s.count) }))}
    `;
  }

  /** Sums of different currencies have no order: those of one. */
  #givers() {
    /** @type {any[]} */
    const all = this.figures?.top_givers ?? [];
    const currency = this.currency || best([...new Set(all.map((each) => each.currency))]);
    return all.filter((each) => each.currency === currency).slice(0, PLACES);
  }

  /** @param {any[]} places @param {(place: any) => {sum: number, words: string, exact?: string}} told */
  #list(/** @type {string} */ heading, places, told) {
    return html`<hub-top-list
      heading=${t(heading)}
      .marksRooms=${this.marksRooms}
      .places=${places.map((each) => ({ ...each, ...told(each) }))}
    ></hub-top-list>`;
  }
}

customElements.define("hub-tops", Tops);
