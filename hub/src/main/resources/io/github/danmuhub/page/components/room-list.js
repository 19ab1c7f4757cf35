// <hub-room-list .rooms=…>: the rooms with their health, and how one comes in and goes out.

import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { clean } from "../client/clean.js";
import { word } from "../client/line.js";
import { count, reason, span, t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */
/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

/** How a state looks: the word says it, the mark only repeats it. */
const MARK = /** @type {Record<string, string>} */ ({
  live: "live",
  silent: "wait",
  waiting: "wait",
  failed: "bad",
  ended: "bad",
});

/** Up to this, a frame came just now. */
const JUST_NOW_MS = 1_500;

/** How its words look; what is not in it is trouble that passes. */
const TONE = /** @type {Record<string, string>} */ ({ live: "soft", failed: "over", ended: "over" });

class RoomList extends HubElement {
  static properties = {
    rooms: { attribute: false },
    figures: { attribute: false },
    news: { attribute: false },
    selected: {},
    now: { type: Number },
    adding: { state: true },
    refused: { state: true },
  };

  static styles = css`
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .room {
      display: grid;
      grid-template-columns: 10px minmax(0, 1fr) auto;
      gap: 0 var(--s2);
      align-items: center;
      width: 100%;
      min-height: 60px;
      padding: var(--s2) var(--s4);
      border: 0;
      border-bottom: 1px solid var(--line);
      border-radius: 0;
      background: none;
      text-align: start;
      white-space: nowrap;
    }
    .room:focus-visible {
      outline-offset: -2px;
    }
    .room[aria-pressed="true"] {
      background: var(--accent-soft);
    }
    .mark {
      width: 9px;
      height: 9px;
      border-radius: 50%;
      border: 2px solid var(--soft);
    }
    .live {
      background: var(--live);
      border-color: var(--live);
    }
    .wait {
      border-color: var(--warn);
    }
    .bad {
      border-color: var(--bad);
      border-radius: 2px;
      background: var(--bad);
    }
    .title {
      display: -webkit-box;
      -webkit-line-clamp: 2;
      -webkit-box-orient: vertical;
      overflow: hidden;
      white-space: normal;
      overflow-wrap: anywhere;
      line-height: 1.3;
      font-weight: 600;
    }
    .below {
      grid-column: 2 / 4;
    }
    .trouble {
      color: var(--warn);
    }
    .over {
      color: var(--bad);
    }
    /* one line of facts: what has no room left is not shown, rather than cut */
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s1);
      height: 1.5em;
      overflow: hidden;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px var(--s3);
      margin: 0;
      padding: var(--s3) var(--s4) var(--s2);
      font-size: var(--small);
      background: var(--raised);
    }
    dd {
      margin: 0;
      text-align: end;
    }
    .remove {
      padding: 0 var(--s2) var(--s2);
      text-align: end;
      background: var(--raised);
      border-bottom: 1px solid var(--line);
    }
    .remove button {
      color: var(--bad);
      font-size: var(--small);
      min-height: 30px;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      padding: var(--s3) var(--s4);
    }
    form input {
      flex: 1 1 120px;
    }
    .refused {
      flex: 1 0 100%;
      margin: 0;
      color: var(--bad);
      overflow-wrap: anywhere;
    }
  `;

  constructor() {
    super();
    /** @type {RoomStatus[]} */
    this.rooms = [];
    /** @type {any} */
    this.figures = undefined;
    /** @type {Map<string, LiveEvent>} the last connection event of each room */
    this.news = new Map();
    this.selected = "";
    this.now = Date.now();
    this.adding = false;
    this.refused = "";
  }

  render() {
    return html`
      <hub-panel heading=${t("rooms.title")} note=${this.rooms.length ? count(this.rooms.length) : ""}>
        <ul>
          ${repeat(
            this.rooms,
            (room) => room.key,
            (room) => this.#room(room),
          )}
        </ul>
        <form @submit=${this.#add}>
          <input
            name="room"
            required
            autocomplete="off"
            spellcheck="false"
            placeholder=${t("rooms.paste")}
            aria-label=${t("rooms.paste")}
          />
          <button class="go" ?disabled=${this.adding}>${t("rooms.add")}</button>
          ${this.refused ? html`<p class="refused small" role="alert">${this.refused}</p>` : nothing}
        </form>
      </hub-panel>
    `;
  }

  #room(/** @type {RoomStatus} */ room) {
    const figures = this.figures?.rooms?.[room.key];
    const isSelected = room.key === this.selected;
    const trouble = room.state !== "live";
    return html`<li data-room=${room.key}>
      <button
        class="room"
        aria-pressed=${isSelected}
        @click=${() => this.#tell("hub-select", isSelected ? "" : room.key)}
      >
        <i class="mark ${MARK[room.state] ?? ""}"></i>
        <bdi class="title">${clean(room.title || room.key)}</bdi>
        <span class="small">${figures ? t("rooms.rate", count(figures.rate)) : ""}</span>
        <span class="below small ${trouble ? "cut" : "facts"} ${TONE[room.state] ?? "trouble"}">
          ${trouble ? this.#trouble(room) : this.#health(room)}
        </span>
      </button>
      ${isSelected ? this.#details(room, figures) : nothing}
    </li>`;
  }

  #health(/** @type {RoomStatus} */ room) {
    const { last_frame_ms: last, round_trip_ms: trip } = room.health;
    return [
      `${word("platform", room.platform)} ${room.room}`,
      last === undefined ? "" : heard(last),
      trip === undefined ? "" : t("rooms.trip", span(trip)),
    ]
      .filter(Boolean)
      .map((fact, i) => html`<span class="cut">${i > 0 ? "· " : nothing}${fact}</span>`);
  }

  /** In words: what it does, since when, why. */
  #trouble(/** @type {RoomStatus} */ room) {
    const news = this.news.get(room.key);
    const words = [word("state", room.state)];
    if (news?.next_in_ms !== undefined && room.state === "waiting") {
      const left = Date.parse(news.received ?? "") + news.next_in_ms - this.now;
      if (left > 0) words.push(t("rooms.next", span(left)));
    }
    if ((news?.attempt ?? 0) > 1) words.push(t("rooms.attempt", count(news?.attempt ?? 0)));
    if (news?.detail) words.push(reason(room.platform, news.code, news.detail));
    return words.join(" · ");
  }

  #details(/** @type {RoomStatus} */ room, /** @type {any} */ figures) {
    const health = room.health;
    const gaps = (this.figures?.gaps ?? []).filter((/** @type {any} */ gap) => gap.room === room.key);
    const missed = gaps.reduce((/** @type {number} */ all, /** @type {any} */ gap) => all + gap.to - gap.from, 0);
    const facts = [
      [t("rooms.state"), word("state", room.state)],
      [t("rooms.speakers"), figures ? count(figures.speakers) : "–"],
      [t("rooms.reconnects"), count(health.reconnects)],
      [t("rooms.missed"), gaps.length ? `${count(gaps.length)} · ${span(missed)}` : "0"],
      [t("rooms.dropped"), count(health.dropped)],
      [t("rooms.unknown"), count(health.unknown)],
      [t("rooms.malformed"), count(health.malformed)],
    ];
    return html`
      <dl>
        ${facts.map(([name, value]) => html`<dt class="soft">${name}</dt><dd>${value}</dd>`)}
      </dl>
      <div class="remove">
        <button class="plain" @click=${() => this.#tell("hub-remove", room)}>
          ${t("rooms.remove")}
        </button>
      </div>
    `;
  }

  #add(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const room = String(new FormData(form).get("room")).trim();
    this.adding = true;
    this.refused = "";
    const done = (/** @type {string} */ refused) => {
      this.adding = false;
      this.refused = refused;
      if (!refused) form.reset();
    };
    this.#tell("hub-add", { room, done });
  }

  #tell(/** @type {string} */ what, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

const heard = (/** @type {number} */ ms) =>
  ms < JUST_NOW_MS ? t("rooms.heard") : t("rooms.last", span(ms));

customElements.define("hub-room-list", RoomList);
