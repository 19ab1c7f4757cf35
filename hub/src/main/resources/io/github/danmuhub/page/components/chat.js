// <hub-chat .messages=…>: the live chat with its filters, its search and its clear.

import { css, html } from "lit";
import { t } from "../client/words.js";
import { HubElement } from "./element.js";
import "./message-list.js";
import "./panel.js";

/** @typedef {import("../client/messages.js").Messages} Messages */

/** The table of filters: what of the list they let through. */
const KINDS = ["chat", "gift", "paid", "coming", "room"];
const AT_FIRST = ["chat", "gift", "paid", "room"];
const TYPING_MS = 150;

class Chat extends HubElement {
  static properties = {
    room: {},
    marksRooms: { type: Boolean },
    read: { attribute: false },
    firsts: { attribute: false },
    kinds: { state: true },
  };

  static styles = css`
    :host {
      display: flex;
      min-height: 0;
    }
    hub-panel {
      flex: 1;
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1);
      padding: var(--s2) var(--s4);
      border-bottom: 1px solid var(--line);
    }
    .filters button {
      min-height: 30px;
      padding: 0 10px;
      font-size: var(--small);
      border-radius: 999px;
    }
    input {
      flex: 1 1 120px;
      min-height: 30px;
      font-size: var(--small);
      border-radius: 999px;
    }
    @media (pointer: coarse) {
      .filters button,
      input {
        min-height: 40px;
      }
    }
  `;

  constructor() {
    super();
    /** @type {Messages | undefined} */
    this.messages = undefined;
    this.room = "";
    this.marksRooms = false;
    /** @type {Set<string>} the names of what was ticked */
    this.read = new Set();
    /** @type {Set<string>} the names of first messages */
    this.firsts = new Set();
    this.kinds = new Set(AT_FIRST);
    this.words = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
  }

  get list() {
    return /** @type {any} */ (this.renderRoot.querySelector("hub-message-list"));
  }

  render() {
    return html`
      <hub-panel heading=${t("chat.title")}>
        <button slot="tools" class="plain" id="clear" @click=${this.#clear}>${t("chat.clear")}</button>
        <div class="filters" role="group" aria-label=${t("chat.filter")}>
          ${KINDS.map(
            (kind) => html`<button
              data-kind=${kind}
              aria-pressed=${this.kinds.has(kind)}
              @click=${() => this.#toggle(kind)}
            >
              ${t(`chat.kind.${kind}`)}
            </button>`,
          )}
          <input
            type="search"
            id="search"
            placeholder=${t("chat.search")}
            aria-label=${t("chat.search")}
            @input=${this.#typed}
          />
        </div>
        <hub-message-list
          .messages=${this.messages}
          .marksRooms=${this.marksRooms}
          empty=${t("chat.empty")}
        ></hub-message-list>
      </hub-panel>
    `;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("room")) this.refilter();
    if (changed.has("firsts")) this.list?.tellFirsts(this.firsts);
    if (changed.has("read")) this.list?.tellRead(this.read);
  }

  refilter() {
    this.messages?.filter({ kinds: this.kinds, room: this.room, words: this.words });
    this.list?.redraw();
  }

  #toggle(/** @type {string} */ kind) {
    const kinds = new Set(this.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    this.kinds = kinds.size > 0 ? kinds : new Set(KINDS);
    this.refilter();
  }

  #typed(/** @type {InputEvent} */ event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.refilter(), TYPING_MS);
  }

  #clear() {
    this.dispatchEvent(new CustomEvent("hub-clear", { bubbles: true, composed: true }));
  }
}

customElements.define("hub-chat", Chat);
