// What a line of messages offers where the pointer or the focus is: to be featured, and, for what
// was given, to be ticked as read. By keys too: Enter or f, and r.

import { kind } from "../client/events.js";
import { t } from "../client/words.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

/** Whether it has a tick. */
export const isTicked = (/** @type {LiveEvent} */ event) =>
  kind(event) === "gift" || kind(event) === "paid";

const isFeatured = (/** @type {LiveEvent} */ event) => kind(event) === "chat" || isTicked(event);

/** One row offers at a time. */
export class RowOffers {
  /** @param {(row: Element) => LiveEvent | undefined} eventOf */
  constructor(eventOf) {
    this.eventOf = eventOf;
    this.box = document.createElement("span");
    this.box.className = "offers";
    this.feature = button("feature", t("chat.feature"), (row) => this.#feature(row));
    this.tick = button("tick", `✓ ${t("paid.read")}`, (row) => this.#read(row));
  }

  /** Where the pointer is, or the focus. */
  offer(/** @type {Event} */ event) {
    const row = /** @type {Element} */ (event.target).closest(".row");
    if (row === this.box.parentElement) return;
    this.box.remove();
    const said = row && this.eventOf(row);
    if (!said || !isFeatured(said)) return;
    this.box.replaceChildren(...(isTicked(said) ? [this.tick, this.feature] : [this.feature]));
    row.append(this.box);
    this.freshen();
  }

  /** Its row may be ticked, or not any more. */
  freshen() {
    const row = this.box.parentElement;
    this.tick.setAttribute("aria-pressed", String(row?.classList.contains("read") ?? false));
  }

  /** Whether the key is one of these. */
  key(/** @type {string} */ key, /** @type {Element} */ row) {
    const deeds = new Map([
      ["Enter", () => this.#feature(row)],
      ["f", () => this.#feature(row)],
      ["r", () => this.#read(row)],
    ]);
    deeds.get(key)?.();
    return deeds.has(key);
  }

  #feature(/** @type {Element} */ row) {
    const event = this.eventOf(row);
    if (event && isFeatured(event)) tell(row, "hub-feature", event);
  }

  #read(/** @type {Element} */ row) {
    const event = this.eventOf(row);
    if (!event || !isTicked(event)) return;
    const { name } = /** @type {HTMLElement} */ (row).dataset;
    tell(row, "hub-read", { name, read: !row.classList.contains("read") });
  }
}

function tell(/** @type {Element} */ row, /** @type {string} */ what, /** @type {unknown} */ detail) {
  row.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
}

/** @param {(row: Element) => void} deed with the row that it stands in */
function button(/** @type {string} */ name, /** @type {string} */ words, deed) {
  const element = document.createElement("button");
  element.className = name;
  element.textContent = words;
  element.onclick = () => {
    const row = element.closest(".row");
    if (row) deed(row);
  };
  return element;
}
