// <hub-top-list heading="…" .places=…>: who has most, as a list with bars.

import { css, html } from "lit";
import { clean } from "../client/clean.js";
import { word } from "../client/line.js";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

/** @typedef {{name: string, room: string, sum: number, words: string, exact?: string}} Place */

class TopList extends HubElement {
  static properties = { heading: {}, places: { attribute: false }, marksRooms: { attribute: false } };

  static styles = css`
    hub-panel {
      height: 100%;
    }
    ol {
      margin: 0;
      padding: var(--s3) var(--s4);
      list-style: none;
      display: grid;
      gap: var(--s2);
      min-height: 88px;
      align-content: start;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--s3);
    }
    .bar {
      grid-column: 1 / 3;
      height: 3px;
      border-radius: 2px;
      background: linear-gradient(90deg, var(--accent) var(--share), var(--line) 0);
    }
    .none {
      display: block;
    }
  `;

  constructor() {
    super();
    this.heading = "";
    /** @type {Place[]} */
    this.places = [];
    this.marksRooms = false;
  }

  render() {
    const most = Math.max(1, ...this.places.map((place) => place.sum));
    return html`
      <hub-panel heading=${this.heading}>
        <ol>
          ${this.places.length === 0 ? html`<li class="none soft">${t("top.none")}</li>` : ""}
          ${this.places.map(
            (place) => html`<li>
              <span class="cut" title=${clean(place.name)}
                ><bdi translate="no">${clean(place.name)}</bdi>
                ${this.marksRooms
                  ? html`<span class="soft small">${word("short", place.room.split(":")[0])}</span>`
                  : ""}</span
              ><span title=${place.exact ?? place.words}>${place.words}</span>
              <div class="bar" .style=${`--share:${((100 * place.sum) / most).toFixed(1)}%`}></div>
            </li>`,
          )}
        </ol>
      </hub-panel>
    `;
  }
}

customElements.define("hub-top-list", TopList);
