// <hub-message-list .messages=…>: the lines of a Messages window, newest at the bottom. Only those
// around what is seen are in the DOM; the list follows the newest line until one scrolls back or
// rests the pointer on it.

import { css, html, nothing } from "lit";
import { count, t } from "../client/words.js";
import { HubElement } from "./element.js";
import { firstName, messageRow } from "./message-row.js";
import { messageStyles } from "./message-styles.js";
import { RowOffers } from "./row-offers.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("../client/messages.js").Messages} Messages */

/** Lines in the DOM while it follows; while one scrolls; added at an edge. */
const FOLLOWED = 120;
const MOST = 360;
const STEP = 80;
/** The DOM changes at most so often. */
const PACE_MS = 200;
const NEAR_EDGE = 400;

class MessageList extends HubElement {
  static properties = {
    marksRooms: { type: Boolean },
    empty: {},
    isEmpty: { state: true },
    waiting: { state: true },
    paused: { state: true },
  };

  static styles = [
    messageStyles,
    css`
      :host {
        position: relative;
        min-height: 0;
        flex: 1;
        display: flex;
        flex-direction: column;
      }
      #lines {
        flex: 1;
        min-height: 0;
        overflow: hidden auto;
        overflow-anchor: none;
        padding: var(--s1) 0;
        scrollbar-width: thin;
        overscroll-behavior: contain;
      }
      #newer {
        position: absolute;
        bottom: var(--s3);
        left: 50%;
        translate: -50% 0;
        border-radius: 999px;
        background: var(--accent);
        color: var(--on-accent);
        border-color: transparent;
        box-shadow: 0 2px 10px #0003;
      }
      .empty {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        padding: var(--s5);
        text-align: center;
        pointer-events: none;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Messages | undefined} */
    this.messages = undefined;
    this.marksRooms = false;
    this.empty = "";
    this.isEmpty = true;
    /** @type {Set<string>} */
    this.firsts = new Set();
    /** @type {Set<string>} */
    this.read = new Set();
    this.offers = new RowOffers((row) => [...this.rows].find(([, element]) => element === row)?.[0]);
    /** Lines that came while it does not follow. */
    this.waiting = 0;
    this.paused = false;
    this.following = true;
    /** @type {LiveEvent[]} what is in the DOM, in order */
    this.drawn = [];
    /** @type {Map<LiveEvent, HTMLElement>} */
    this.rows = new Map();
    /** @type {Set<LiveEvent>} */
    this.stale = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  render() {
    return html`
      <div
        id="lines"
        role="log"
        aria-live="off"
        aria-label=${t("chat.title")}
        tabindex="0"
        @scroll=${this.#scrolled}
        @keydown=${this.#keyed}
        @pointerenter=${() => this.#rest(true)}
        @pointerleave=${() => this.#rest(false)}
        @pointerover=${(/** @type {Event} */ event) => this.offers.offer(event)}
        @focusin=${(/** @type {Event} */ event) => this.offers.offer(event)}
      ></div>
      ${this.isEmpty && this.empty ? html`<div class="empty soft">${this.empty}</div>` : nothing}
      ${this.waiting > 0
        ? html`<button id="newer" @click=${this.follow}>
            ${t(this.paused ? "chat.paused" : "chat.newer", count(this.waiting))}
          </button>`
        : nothing}
    `;
  }

  firstUpdated() {
    this.redraw();
    // nothing is drawn while nobody looks
    document.addEventListener("visibilitychange", () => this.refresh());
  }

  get #lines() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("#lines"));
  }

  /** There is more; `changed` have lines already. */
  refresh(/** @type {Iterable<LiveEvent>} */ changed = []) {
    for (const event of changed) this.stale.add(event);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.#draw();
    }, PACE_MS);
  }

  /** Everything may be another: after a filter, or a clear. */
  redraw() {
    if (!this.hasUpdated) return;
    this.#lines.replaceChildren();
    this.rows.clear();
    this.drawn = [];
    this.follow();
  }

  /** Goes to the newest line, and stays there. */
  follow() {
    this.following = true;
    this.paused = false;
    this.#draw();
  }

  /** Some are first messages; those that are drawn show it. */
  tellFirsts(/** @type {Set<string>} */ firsts) {
    this.firsts = firsts;
    const known = this.drawn.filter(
      (event) => event.type === "chat" && firsts.has(firstName(event)),
    );
    const news = known.filter((event) => !this.rows.get(event)?.classList.contains("first"));
    if (news.length > 0) this.refresh(news);
  }

  /** Some are read, in whichever window. */
  tellRead(/** @type {Set<string>} */ read) {
    this.read = read;
    for (const row of this.rows.values()) row.classList.toggle("read", read.has(row.dataset.name ?? ""));
    this.offers.freshen();
  }

  /** Older ones came in front. */
  extended() {
    this.#prepend();
  }

  #draw() {
    const messages = this.messages;
    if (!messages || !this.hasUpdated || document.hidden) return;
    this.#freshen();
    this.isEmpty = messages.shown.length === 0;
    if (this.following && !this.paused) this.#drawNewest(messages.shown);
    else this.waiting = this.#undrawn();
  }

  /** How many are newer than the newest that is drawn. */
  #undrawn() {
    const shown = this.messages?.shown ?? [];
    const last = this.drawn[this.drawn.length - 1];
    return last ? shown.length - 1 - shown.lastIndexOf(last) : shown.length;
  }

  #drawNewest(/** @type {LiveEvent[]} */ shown) {
    const fresh = shown.slice(-Math.min(FOLLOWED, this.#undrawn() || 0) || shown.length);
    if (this.#undrawn() > 0) this.#append(fresh);
    this.#drop(Math.max(0, this.drawn.length - FOLLOWED), "front");
    this.waiting = 0;
    const lines = this.#lines;
    lines.scrollTop = lines.scrollHeight;
  }

  #append(/** @type {LiveEvent[]} */ events) {
    const block = document.createDocumentFragment();
    for (const event of events) block.append(this.#row(event));
    this.#lines.append(block);
    this.drawn.push(...events);
  }

  #row(/** @type {LiveEvent} */ event) {
    const isFirst = event.type === "chat" && this.firsts.has(firstName(event));
    const row = messageRow(event, { marksRoom: this.marksRooms, isFirst });
    row.classList.toggle("read", this.read.has(row.dataset.name ?? ""));
    this.rows.set(event, row);
    return row;
  }

  #freshen() {
    for (const event of this.stale) {
      const old = this.rows.get(event);
      if (old) old.replaceWith(this.#row(event));
    }
    this.stale.clear();
  }

  /** @param {"front" | "back"} end */
  #drop(/** @type {number} */ many, end) {
    const gone = end === "front" ? this.drawn.splice(0, many) : many ? this.drawn.splice(-many) : [];
    for (const event of gone) {
      this.rows.get(event)?.remove();
      this.rows.delete(event);
    }
  }

  #scrolled() {
    const lines = this.#lines;
    const below = lines.scrollHeight - lines.scrollTop - lines.clientHeight;
    const wasFollowing = this.following;
    this.following = below < 40 && (wasFollowing || this.#undrawn() === 0);
    if (!this.following && lines.scrollTop < NEAR_EDGE) this.#prepend();
    else if (!this.following && below < NEAR_EDGE) this.#extend();
    if (wasFollowing !== this.following) this.refresh();
  }

  /** Draws what is before the first line that is drawn; what is seen stays where it is. */
  #prepend() {
    const shown = this.messages?.shown ?? [];
    const first = this.drawn.length ? shown.indexOf(this.drawn[0]) : 0;
    if (first <= 0) {
      this.dispatchEvent(new CustomEvent("hub-older", { bubbles: true, composed: true }));
      return;
    }
    const older = shown.slice(Math.max(0, first - STEP), first);
    this.#steady(() => {
      const block = document.createDocumentFragment();
      for (const event of older) block.append(this.#row(event));
      this.#lines.prepend(block);
      this.drawn.unshift(...older);
      this.#drop(Math.max(0, this.drawn.length - MOST), "back");
    }, this.#lines.firstElementChild);
  }

  #extend() {
    const shown = this.messages?.shown ?? [];
    const left = this.#undrawn();
    if (left === 0) return;
    this.#steady(() => {
      this.#append(shown.slice(shown.length - left, shown.length - left + STEP));
      this.#drop(Math.max(0, this.drawn.length - MOST), "front");
    }, this.#lines.lastElementChild);
  }

  /** Keeps an element where it is while others come and go. */
  #steady(/** @type {() => void} */ change, /** @type {Element | null} */ fixed) {
    const lines = this.#lines;
    const before = fixed?.getBoundingClientRect().top ?? 0;
    change();
    const after = fixed?.getBoundingClientRect().top ?? 0;
    if (fixed?.isConnected) lines.scrollTop += after - before;
  }

  /** A pointer that rests on the list reads it; a touch does not rest. */
  #rest(/** @type {boolean} */ rests) {
    if (matchMedia("(hover: hover)").matches) {
      this.paused = rests && this.following;
      if (!rests) this.refresh();
    }
  }

  #keyed(/** @type {KeyboardEvent} */ event) {
    const at = this.#focused();
    const row = at ?? this.#lines.lastElementChild;
    const next = {
      ArrowUp: at ? at.previousElementSibling : row,
      ArrowDown: row?.nextElementSibling,
      Home: this.#lines.firstElementChild,
      End: this.#lines.lastElementChild,
    }[event.key];
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    } else if (at && event.target === at && this.offers.key(event.key, at)) {
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.follow();
    }
  }

  #focused() {
    const active = /** @type {ShadowRoot} */ (this.renderRoot).activeElement;
    return active instanceof HTMLElement ? active.closest(".row") : null;
  }
}

customElements.define("hub-message-list", MessageList);
