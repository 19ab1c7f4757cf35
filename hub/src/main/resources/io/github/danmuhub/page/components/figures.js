// <hub-figures .figures=…>: the few numbers that one looks at first.

import { css, html, nothing } from "lit";
import { amount, amountShort, count, figure, t } from "../client/words.js";
import { HubElement } from "./element.js";

/** What a platform tells of a room, in the order in which it is shown. */
const TOLD = ["watched", "likes", "popularity", "followers"];

class Figures extends HubElement {
  static properties = { figures: { attribute: false }, room: {} };

  static styles = css`
    :host {
      container-type: inline-size;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: clip;
    }
    .cells {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 1px;
      background: var(--line);
    }
    .cells > div {
      background: var(--surface);
      min-height: 112px;
      padding: var(--s3) var(--s4);
      min-width: 0;
    }
    .value {
      font-size: clamp(20px, 4.2cqi, var(--big));
      line-height: 1.25;
      font-weight: 600;
      letter-spacing: -0.02em;
    }
    .unit {
      font-size: var(--text);
      letter-spacing: 0;
    }
    /* three lines of facts: what has no room left is not shown, rather than cut */
    .below {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      max-height: 4.5em;
      overflow: hidden;
    }
    .below span {
      max-width: 100%;
    }
    .money {
      color: var(--money);
    }
    @container (max-width: 520px) {
      .cells {
        grid-template-columns: 1fr 1fr;
      }
    }
  `;

  constructor() {
    super();
    /** @type {any} */
    this.figures = undefined;
    this.room = "";
  }

  render() {
    const all = this.figures;
    const rooms = Object.entries(all?.rooms ?? {})
      .filter(([key]) => !this.room || key === this.room)
      .map(([, room]) => room);
    const [first, ...others] = income(rooms);
    const told = TOLD.map((name) => ({ name, n: sum(rooms, name) })).filter(({ n }) => n > 0);
    const online = sum(rooms, "online");
    const rate = sum(rooms, "rate");
    return html`<div class="cells">
      ${cell(t("figures.chats"), {
        value: all ? count(all.chats) : "–",
        below: [t("figures.rate", count(rate))],
      })}
      ${cell(t("figures.speakers"), { value: all ? count(all.speakers) : "–" })}
      ${cell(t("figures.income"), {
        value: first ? amountShort(first) : all ? "0" : "–",
        exact: first && amount(first),
        below: others.map(amountShort),
        tone: first && "money",
      })}
      ${cell(t("figures.online"), {
        value: online > 0 ? figure(online) : "–",
        exact: count(online),
        below: told.map(({ name, n }) => t(`figures.${name}`, figure(n))),
      })}
    </div>`;
  }
}

/** What follows the number, 万元 or diamonds, smaller than it. */
function spelt(/** @type {string} */ value) {
  const [, number, unit] = /^(.*\d)( ?\p{L}.*)$/u.exec(value) ?? ["", value, ""];
  return html`${number}${unit ? html`<span class="unit">${unit}</span>` : nothing}`;
}

/**
 * @param {string} name
 * @param {{value: string, exact?: string, below?: string[], tone?: string}} shown `exact`: what
 *   the value is short for
 * @returns {any}
 */
function cell(name, { value, exact = value, below = [], tone = "" }) {
  return html`<div>
    <div class="soft small cut">${name}</div>
    <div class="value cut ${tone}" title=${exact}>${spelt(value)}</div>
    <div class="soft small below" title=${below.join(" · ")}>
      ${below.map((fact) => html`<span class="cut">${fact}</span>`)}
    </div>
  </div>`;
}

/** @returns {number} */
function sum(/** @type {any[]} */ rooms, /** @type {string} */ name) {
  return rooms.reduce((all, room) => all + (room[name] ?? 0), 0);
}

/** By currency, the yuan first. @returns {import("../client/types.js").Value[]} */
function income(/** @type {any[]} */ rooms) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const room of rooms) {
    for (const [currency, milli] of Object.entries(room.income)) {
      sums[currency] = (sums[currency] ?? 0) + Number(milli);
    }
  }
  return Object.entries(sums)
    .map(([currency, milli]) => ({ currency, milli }))
    .sort((a, b) => Number(b.currency === "CNY") - Number(a.currency === "CNY"));
}

customElements.define("hub-figures", Figures);
