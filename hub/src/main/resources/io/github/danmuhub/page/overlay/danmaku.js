// /overlay/danmaku: messages that cross the picture, in lanes. A lane is free for a line when the
// one before has come in whole and will not be caught up, as in the ASS export.

import { says } from "../client/line.js";
import { make, tint } from "./line.js";
import { dress, listen } from "./scene.js";
import { tally } from "./tally.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const CROSS_MS = 10_000;
const MOST = 120;
const LONGEST = 100;
/** Between two lanes, and two lines of one lane, in parts of a line. */
const BETWEEN = 0.15;
const APART = 0.4;

await dress();
const box = make("main", ["danmaku"]);
document.body.append(box);
/** When the tail of a lane's last line has come in, and when it has left. @type {{in: number, out: number}[]} */
const lanes = [];
let shown = 0;

function add(/** @type {LiveEvent} */ event) {
  tally.dropped++; // until it has a lane
  if (shown >= MOST || document.hidden) return;
  const element = make("div", ["shot", event.type], [...says(event)].slice(0, LONGEST).join(""));
  if (event.color && event.color !== "#FFFFFF") element.style.setProperty("--text-colour", event.color);
  tint(element, event);
  box.append(element);
  const width = element.offsetWidth;
  const height = element.offsetHeight * (1 + BETWEEN);
  const lane = free(width + APART * height, Math.max(1, Math.floor(box.clientHeight / height)));
  if (lane < 0) {
    element.remove();
    return;
  }
  element.style.top = `${(lane + BETWEEN / 2) * height}px`;
  cross(element, width);
}

/** The first lane that takes a line of this width now; -1 for none. */
function free(/** @type {number} */ width, /** @type {number} */ many) {
  const now = performance.now();
  const stage = box.clientWidth;
  const reaches = now + (CROSS_MS * stage) / (stage + width);
  for (let i = 0; i < many; i++) {
    const lane = (lanes[i] ??= { in: 0, out: 0 });
    if (now >= lane.in && reaches >= lane.out) {
      lane.in = now + (CROSS_MS * width) / (stage + width);
      lane.out = now + CROSS_MS;
      return i;
    }
  }
  return -1;
}

function cross(/** @type {HTMLElement} */ element, /** @type {number} */ width) {
  tally.dropped--;
  tally.shown++;
  shown++;
  const way = element.animate(
    [
      { transform: `translateX(${box.clientWidth}px)` },
      { transform: `translateX(${-width}px)` },
    ],
    { duration: CROSS_MS },
  );
  way.onfinish = way.oncancel = () => {
    shown--;
    element.remove();
  };
}

listen((events) => events.forEach(add), {
  types: ["chat", "super_chat"],
  onClear: () => box.replaceChildren(),
});
