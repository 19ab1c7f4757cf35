// /overlay/ticker: super chats and members side by side, each as long as it is pinned.

import { isTaken } from "../client/board.js";
import { called } from "../client/events.js";
import { paid } from "../client/line.js";
import { tier } from "../client/money.js";
import { avatar, make, tint } from "./line.js";
import { dress, listen, options } from "./scene.js";
import { tally } from "./tally.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const SECOND = 1_000;
const MOST = 40;

await dress();
const box = make("main", ["ticker"]);
document.body.append(box);
/** @type {{event: LiveEvent, element: HTMLElement, end: number, length: number}[]} */
let held = [];
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

function add(/** @type {LiveEvent} */ event) {
  tally.shown++;
  const wanted = options.number("pin");
  const length = (wanted >= 0 ? wanted : tier(event).seconds) * SECOND;
  const element = make("div", ["card", event.type]);
  tint(element, event);
  if (options.isOn("avatars")) element.append(avatar(event.user?.avatar));
  element.append(make("bdi", ["name"], called(event.user)), make("bdi", ["price"], paid(event)));
  box.prepend(element);
  held.push({ event, element, end: Date.now() + length, length });
  if (held.length > MOST) held.shift()?.element.remove();
  timer ??= setInterval(tick, SECOND);
  tick();
}

/** What was taken back goes. */
function take(/** @type {LiveEvent} */ retract) {
  const taken = held.filter(({ event }) => isTaken(event, retract));
  for (const { element } of taken) element.remove();
  held = held.filter((each) => !taken.includes(each));
}

/** Once a second, and not at all while nothing is pinned. */
function tick() {
  const now = Date.now();
  for (const each of held) {
    const left = Math.max(0, each.end - now) / Math.max(1, each.length);
    each.element.style.setProperty("--left", `${(left * 100).toFixed(1)}%`);
    if (left === 0) each.element.remove();
  }
  held = held.filter((each) => each.end > now);
  if (held.length === 0) {
    clearInterval(timer);
    timer = undefined;
  }
}

listen((events) => events.forEach((event) => (event.type === "retract" ? take : add)(event)), {
  types: ["super_chat", "membership", "retract"],
  onClear: () => {
    held = [];
    box.replaceChildren();
  },
});
