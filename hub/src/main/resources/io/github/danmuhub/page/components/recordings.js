// <hub-recordings .recordings=…>: what is recorded, how much, what is missing.

import { css, html } from "lit";
import { count, t, timeSeconds } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

const UNITS = ["B", "KB", "MB", "GB", "TB"];

class Recordings extends HubElement {
  static properties = { recordings: { attribute: false } };

  static styles = css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      align-items: center;
      padding: var(--s3) var(--s4);
      border-bottom: 1px solid var(--line);
    }
    article:last-child {
      border: 0;
    }
    button {
      grid-row: 1 / 3;
      grid-column: 2;
      font-size: var(--small);
    }
    p {
      margin: 0;
      padding: var(--s3) var(--s4);
    }
  `;

  constructor() {
    super();
    /** @type {any[]} as /api/recordings tells them */
    this.recordings = [];
  }

  render() {
    return html`
      <hub-panel heading=${t("recordings.title")}>
        ${this.recordings.map((each) => this.#recording(each))}
      </hub-panel>
    `;
  }

  #recording(/** @type {any} */ each) {
    const facts = [
      each.running ? t("recordings.since", timeSeconds(each.since)) : t("recordings.stopped"),
      size(each.bytes ?? 0),
      t("recordings.events", count(each.events ?? 0)),
      each.lost ? t("recordings.lost", count(each.lost)) : t("recordings.whole"),
    ];
    return html`<article>
      <bdi class="cut">${each.name}</bdi>
      <span class="soft small">${facts.join(" · ")}</span>
      <button
        @click=${() =>
          this.dispatchEvent(
            new CustomEvent("hub-record", { detail: each, bubbles: true, composed: true }),
          )}
      >
        ${t(each.running ? "recordings.stop" : "recordings.start")}
      </button>
    </article>`;
  }
}

/** 3.2 MB */
function size(/** @type {number} */ bytes) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1_000 ** power;
  return `${number.toFixed(power > 0 && number < 100 ? 1 : 0)} ${UNITS[power]}`;
}

customElements.define("hub-recordings", Recordings);
