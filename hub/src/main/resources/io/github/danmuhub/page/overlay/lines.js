// A list of lines that never grows beyond its bound: what comes pushes out what was, equal lines
// count up, old ones fade, what is paid stays as long as the platform pins it.

import { nameOf, personOf, roomOf } from "../client/events.js";
import { amount, count } from "../client/words.js";
import { tier } from "../client/money.js";
import { line } from "./line.js";
import { Pace } from "./pace.js";
import { options } from "./scene.js";
import { sound, speak } from "./voice.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {{event: LiveEvent, element: HTMLElement, times: number, at: number}} Held */

const SAME_MS = 15_000;
const SECOND = 1_000;

/** The lines of one overlay. */
export class Lines {
  constructor() {
    this.box = document.createElement("main");
    this.box.className = "lines";
    document.body.append(this.box);
    /** @type {Held[]} the oldest first */
    this.held = [];
    /** @type {Set<string>} */
    this.platforms = new Set();
    this.most = options.number("lines");
    this.fade = options.number("fade") * SECOND;
    this.pace = new Pace((some) => this.#show(some), options.isOn("smooth"));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  add(/** @type {LiveEvent[]} */ events) {
    this.pace.add(events);
  }

  /** Takes all of them away. */
  clear() {
    this.held = [];
    this.box.replaceChildren();
  }

  #show(/** @type {LiveEvent[]} */ events) {
    const block = document.createDocumentFragment();
    for (const event of events) {
      if (event.platform) this.platforms.add(event.platform);
      if (event.type === "retract") this.#retract(event);
      else if (!this.#merge(event)) block.append(this.#make(event));
      if (event.value) {
        sound(event);
        speak(event);
      }
    }
    this.box.append(block);
    while (this.held.length > this.most) this.#drop(this.#oldest());
    this.#watch();
  }

  #make(/** @type {LiveEvent} */ event) {
    const element = line(event, options, this.platforms.size > 1);
    this.held.push({ event, element, times: 1, at: Date.now() });
    return element;
  }

  /** Equal words one after the other, and the gifts of one combo, are one line that counts. */
  #merge(/** @type {LiveEvent} */ event) {
    if (!options.isOn("merge")) return false;
    const now = Date.now();
    const same = this.held.findLast((held) => now - held.at < SAME_MS && isSame(held.event, event));
    if (!same) return event.type === "gift" && event.count === 0;
    same.at = now;
    same.times += event.repeated || 1;
    if (event.type === "gift") {
      const total = (same.event.count ?? 0) + (event.count ?? 0);
      const milli = (same.event.value?.milli ?? 0) + (event.value?.milli ?? 0);
      same.event = { ...same.event, count: total };
      if (same.event.value) same.event.value = { ...same.event.value, milli };
      put(same.element, ".text", `${event.gift?.name ?? ""} ×${count(total)}`);
      if (same.event.value) put(same.element, ".price", amount(same.event.value));
    } else {
      put(same.element, ".count", `×${count(same.times)}`);
    }
    return true;
  }

  #retract(/** @type {LiveEvent} */ event) {
    for (const held of [...this.held]) {
      const isTheirs = event.ids
        ? event.ids.includes(held.event.id ?? "")
        : personOf(held.event) === personOf(event);
      if (isTheirs && roomOf(held.event) === roomOf(event)) this.#drop(held);
    }
  }

  /** The oldest that is not pinned, else the oldest. */
  #oldest() {
    return this.held.find((held) => until(held) < Date.now()) ?? this.held[0];
  }

  #drop(/** @type {Held} */ held) {
    held.element.remove();
    this.held = this.held.filter((each) => each !== held);
  }

  /** One timer, for the next line whose time is over; none while there is none. */
  #watch() {
    if (this.fade === 0 || this.timer !== undefined || this.held.length === 0) return;
    const next = Math.min(...this.held.map((held) => Math.max(until(held), held.at + this.fade)));
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        const now = Date.now();
        for (const held of [...this.held]) {
          if (Math.max(until(held), held.at + this.fade) <= now) this.#fade(held);
        }
        this.#watch();
      },
      Math.max(100, next - Date.now()),
    );
  }

  #fade(/** @type {Held} */ held) {
    held.element.classList.add("gone");
    held.element.addEventListener("transitionend", () => this.#drop(held), { once: true });
    setTimeout(() => this.#drop(held), SECOND);
  }
}

/** Until when a line is pinned; 0 for one that is not. */
export function until(/** @type {Held} */ held) {
  if (held.event.type !== "super_chat") return 0;
  const wanted = options.number("pin");
  const seconds = wanted >= 0 ? wanted : (held.event.seconds ?? tier(held.event.value).seconds);
  return held.at + seconds * SECOND;
}

function isSame(/** @type {LiveEvent} */ one, /** @type {LiveEvent} */ other) {
  if (one.type !== other.type || nameOf(one) === nameOf(other)) return false;
  if (one.type === "chat") return one.text === other.text && !one.image && !other.image;
  return (
    one.type === "gift" && personOf(one) === personOf(other) && one.gift?.id === other.gift?.id
  );
}

function put(/** @type {HTMLElement} */ element, /** @type {string} */ selector, /** @type {string} */ words) {
  const found = element.querySelector(selector);
  if (found) found.textContent = words;
}
