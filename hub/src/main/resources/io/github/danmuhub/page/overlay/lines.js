// A list of lines that never grows beyond its bound: what comes pushes out what was, equal lines
// count up, old ones fade, what is paid stays as long as the platform pins it.

import { personOf, roomOf } from "../client/events.js";
import { tier } from "../client/money.js";
import { line } from "./line.js";
import { merge, same } from "./merge.js";
import { Pace } from "./pace.js";
import { options } from "./scene.js";
import { tally, timed } from "./tally.js";
import { sound, speak } from "./voice.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("./merge.js").Held} Held */

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
    const dropped = (/** @type {number} */ many) => (tally.dropped += many);
    this.pace = new Pace((some) => this.#show(some), dropped, options.isOn("smooth"));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  add(/** @type {LiveEvent[]} */ events) {
    this.pace.add(events);
    tally.waiting = this.pace.waiting.length;
  }

  /** Takes all of them away. */
  clear() {
    this.held = [];
    this.box.replaceChildren();
  }

  #show(/** @type {LiveEvent[]} */ events) {
    timed(events);
    const block = document.createDocumentFragment();
    let made = 0;
    for (const event of events) {
      if (event.platform) this.platforms.add(event.platform);
      if (this.#changes(event)) tally.merged++;
      else {
        block.append(this.#make(event));
        made++;
      }
      if (event.value) {
        sound(event);
        speak(event);
      }
      while (this.held.length > this.most) this.#drop(this.#oldest());
    }
    tally.waiting = this.pace.waiting.length;
    tally.shown += block.childElementCount;
    tally.dropped += made - block.childElementCount;
    this.box.append(block);
    this.#watch();
  }

  #make(/** @type {LiveEvent} */ event) {
    const element = line(event, options, this.platforms.size > 1);
    const givers = new Set([personOf(event)]);
    this.held.push({ event, element, times: event.repeated || 1, at: Date.now(), givers });
    return element;
  }

  /** Whether it is told by lines that are there, or that were. */
  #changes(/** @type {LiveEvent} */ event) {
    if (event.type === "retract") return this.#retract(event);
    if (!options.isOn("merge")) return false;
    const line = same(this.held, event);
    if (line) merge(line, event);
    return line !== undefined || (event.type === "gift" && event.count === 0);
  }

  #retract(/** @type {LiveEvent} */ event) {
    for (const held of [...this.held]) {
      const isTheirs = event.ids
        ? event.ids.includes(held.event.id ?? "")
        : personOf(held.event) === personOf(event);
      if (isTheirs && roomOf(held.event) === roomOf(event)) this.#drop(held);
    }
    return true;
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
  const seconds = wanted >= 0 ? wanted : tier(held.event).seconds;
  return held.at + seconds * SECOND;
}
