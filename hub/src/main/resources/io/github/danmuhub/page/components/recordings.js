// <hub-recordings .recordings=…>: what is recorded, how much, what is missing.

import { css, html, nothing } from "lit";
import { count, t, time } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

const UNITS = ["B", "KB", "MB", "GB", "TB"];

class Recordings extends HubElement {
  static properties = { told: { attribute: false } };

  static styles = css`
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s3);
      align-items: center;
      padding: var(--s3) var(--s4);
      border-bottom: 1px solid var(--line);
    }
    article > span,
    article > bdi {
      grid-column: 1;
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
    /** @type {any} as /api/recordings tells */
    this.told = { recordings: [], may_start: false };
  }

  render() {
    return html`
      <hub-panel heading=${t("recordings.title")}>
        ${this.told.may_start
          ? html`<button slot="tools" id="record" @click=${() => this.#tell("")}>
              ${t("recordings.start")}
            </button>`
          : nothing}
        ${this.told.recordings.map((/** @type {any} */ each) => this.#recording(each))}
        ${this.told.recordings.length === 0
          ? html`<p class="soft small">${t("recordings.none")}</p>`
          : nothing}
      </hub-panel>
    `;
  }

  #recording(/** @type {any} */ each) {
    const facts = [
      each.state === "ended" ? t("recordings.stopped") : t("recordings.since", time(each.since)),
      size(each.bytes ?? 0),
      t("recordings.events", count(each.events ?? 0)),
      each.lost ? t("recordings.lost", count(each.lost)) : t("recordings.whole"),
    ];
    return html`<article>
      <bdi class="cut" translate="no">${each.name}</bdi>
      <span class="soft small">${facts.join(" · ")}</span>
      ${each.state === "running"
        ? html`<button @click=${() => this.#tell(each.name)}>${t("recordings.stop")}</button>`
        : nothing}
    </article>`;
  }

  /** Which to end; "": one is to begin. */
  #tell(/** @type {string} */ detail) {
    this.dispatchEvent(new CustomEvent("hub-record", { detail, bubbles: true, composed: true }));
  }
}

/** 3.2 MB */
function size(/** @type {number} */ bytes) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1_000 ** power;
  return `${number.toFixed(power > 0 && number < 100 ? 1 : 0)} ${UNITS[power]}`;
}

customElements.define("hub-recordings", Recordings);
