// <hub-super-chats .paid=… .read=…>: what was paid, with the time that it stays pinned and a tick
// that every window shares.

import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { called, nameOf, when } from "../client/events.js";
import { paid, says } from "../client/line.js";
import { tier } from "../client/money.js";
import { amountShort, count, span, t, time } from "../client/words.js";
import { HubElement } from "./element.js";
import "./panel.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const SECOND = 1_000;

class SuperChats extends HubElement {
  static properties = {
    paid: { attribute: false },
    read: { attribute: false },
    now: { type: Number },
    all: { state: true },
  };

  static styles = css`
    ul {
      display: flex;
      gap: var(--s3);
      margin: 0;
      padding: var(--s3) 40px var(--s3) var(--s4);
      list-style: none;
      overflow-x: auto;
      mask-image: linear-gradient(90deg, #000 calc(100% - 40px), transparent);
      scrollbar-width: thin;
      min-height: 148px;
    }
    li {
      flex: 0 0 224px;
      min-width: 0;
      width: 224px;
      display: flex;
      flex-direction: column;
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      overflow: clip;
      background: var(--raised);
    }
    .head {
      display: flex;
      gap: var(--s2);
      padding: 6px 10px;
      font-weight: 600;
      background: var(--ground);
      color: var(--over);
    }
    .head bdi {
      flex: 1 1 40%;
    }
    .head span {
      flex: 0 1 auto;
    }
    .text {
      flex: 1;
      padding: var(--s2) 10px;
      max-height: 8em;
      overflow: hidden auto;
      scrollbar-width: thin;
      overflow-wrap: anywhere;
    }
    .foot {
      display: flex;
      align-items: center;
      gap: var(--s1);
      padding: 0 4px 4px 10px;
    }
    .foot span {
      flex: 1;
    }
    #unread {
      min-height: 30px;
      font-size: var(--small);
    }
    .foot button {
      min-height: 30px;
      font-size: var(--small);
    }
    .left {
      height: 3px;
      width: var(--left);
      background: var(--ground);
    }
    .is-read .head {
      background: var(--sunken);
      color: var(--soft);
    }
    .is-read .text {
      color: var(--soft);
    }
    li.none {
      flex: 1;
      justify-content: center;
      border: 0;
      background: none;
      color: var(--soft);
      text-align: center;
      text-wrap: balance;
    }
  `;

  constructor() {
    super();
    /** @type {LiveEvent[]} the newest first */
    this.paid = [];
    /** @type {Set<string>} */
    this.read = new Set();
    this.now = Date.now();
    this.all = true;
  }

  render() {
    const unread = this.paid.filter((event) => !this.read.has(nameOf(event)));
    const shown = this.all ? this.paid : unread;
    return html`
      <hub-panel heading=${t("paid.title")}>
        <button
          slot="tools"
          id="unread"
          aria-pressed=${!this.all}
          @click=${() => (this.all = !this.all)}
        >
          ${t("paid.unread", count(unread.length))}
        </button>
        <p class="unseen" aria-live="polite">${unread[0] ? this.#spoken(unread[0]) : ""}</p>
        <ul tabindex="0" aria-label=${t("paid.title")}>
          ${shown.length === 0 ? html`<li class="none">${t("paid.none")}</li>` : nothing}
          ${repeat(shown, nameOf, (event) => this.#card(event))}
        </ul>
      </hub-panel>
    `;
  }

  /** For who hears the page. */
  #spoken(/** @type {LiveEvent} */ event) {
    return `${called(event.user)} ${paid(event)}: ${says(event)}`;
  }

  #card(/** @type {LiveEvent} */ event) {
    const { ground, ink, seconds } = tier(event);
    const isRead = this.read.has(nameOf(event));
    const pinned = (event.type === "super_chat" ? seconds : 0) * SECOND;
    const left = Math.max(0, Date.parse(String(when(event))) + pinned - this.now);
    const share = pinned > 0 ? left / pinned : 0;
    return html`
      <li
        class=${isRead ? "is-read" : ""}
        data-name=${nameOf(event)}
        .style=${`--ground:${ground};--over:${ink};--left:${(share * 100).toFixed(1)}%`}
      >
        <div class="head"><bdi class="cut" translate="no">${called(event.user)}</bdi><span class="cut" title=${paid(event)}>${event.value ? amountShort(event.value) : ""}</span></div>
        <div class="left"></div>
        <div class="text" tabindex="0"><bdi>${says(event)}</bdi></div>
        <div class="foot">
          <span class="soft small">${left > 0 ? span(left) : time(when(event))}</span>
          <button class="plain" @click=${() => this.#tell("hub-feature", event)}>
            ${t("chat.feature")}
          </button>
          <button
            class="plain tick"
            aria-pressed=${isRead}
            @click=${() => this.#tell("hub-read", { name: nameOf(event), read: !isRead })}
          >
            ✓ ${t("paid.read")}
          </button>
        </div>
      </li>
    `;
  }

  #tell(/** @type {string} */ what, /** @type {unknown} */ detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("hub-super-chats", SuperChats);
