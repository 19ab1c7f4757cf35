// <hub-contests .battles=… .lotteries=…>: battles and lotteries as they run, and how the last ones
// ended.

import { css, html, nothing } from "lit";
import { clean } from "../client/clean.js";
import { called } from "../client/events.js";
import { word } from "../client/line.js";
import { amount, count, span, t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

class Contests extends HubElement {
  static properties = {
    battles: { attribute: false },
    lotteries: { attribute: false },
    now: { type: Number },
  };

  static styles = css`
    article {
      padding: var(--s3) var(--s4);
      border-bottom: 1px solid var(--line);
    }
    article:last-child {
      border: 0;
    }
    .head {
      display: flex;
      gap: var(--s2);
      justify-content: space-between;
    }
    .side {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--s3);
      margin-top: var(--s1);
    }
    .bar {
      grid-column: 1 / 3;
      height: 6px;
      border-radius: 3px;
      background: linear-gradient(90deg, var(--tone) var(--share), var(--line) 0);
    }
    .side:nth-of-type(2n + 1) {
      --tone: var(--series-2);
    }
    .side {
      --tone: var(--series-1);
    }
    .over {
      color: var(--soft);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    /** @type {LiveEvent[]} */
    this.battles = [];
    /** @type {LiveEvent[]} */
    this.lotteries = [];
    this.now = Date.now();
  }

  render() {
    return html`
      <hub-panel heading=${t("contests.title")}>
        ${this.battles.map((battle) => this.#battle(battle))}
        ${this.lotteries.map((lottery) => this.#lottery(lottery))}
      </hub-panel>
    `;
  }

  #battle(/** @type {LiveEvent} */ battle) {
    const sides = battle.sides ?? [];
    const all = Math.max(1, ...sides.map((side) => side.score));
    const left = battle.ends ? Date.parse(battle.ends) - this.now : 0;
    const over = battle.state === "end";
    return html`<article class=${over ? "over" : ""}>
      <div class="head">
        <b>${t("contests.battle")}</b>
        <span class="soft small">
          ${over ? word("battle", "end") : left > 0 ? span(left) : word("battle", battle.state)}
        </span>
      </div>
      ${sides.map(
        (side) => html`<div class="side">
          <bdi class="cut">${clean(side.name ?? side.room ?? "?")}</bdi><span>${count(side.score)}</span>
          <div class="bar" .style=${`--share:${((100 * side.score) / all).toFixed(1)}%`}></div>
        </div>`,
      )}
    </article>`;
  }

  #lottery(/** @type {LiveEvent} */ lottery) {
    const worth = lottery.value ? amount(lottery.value) : "";
    const prize = [lottery.name, lottery.count ? `×${count(lottery.count)}` : "", worth];
    return html`<article class=${lottery.phase === "award" ? "over" : ""}>
      <div class="head">
        <b>${t("contests.lottery")}</b>
        <span class="soft small">${word("lottery", lottery.phase)}</span>
      </div>
      <p><bdi>${clean(prize.filter(Boolean).join(" "))}</bdi></p>
      ${lottery.winners?.length
        ? html`<p class="small"><bdi>${lottery.winners.slice(0, 8).map(called).join("、")}</bdi></p>`
        : nothing}
    </article>`;
  }
}

customElements.define("hub-contests", Contests);
