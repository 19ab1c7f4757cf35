// /overlay/show: what rules show and say, each for its while.

import { clean } from "../client/clean.js";
import { followMarks } from "../client/marks.js";
import { followRules } from "../client/rules.js";
import { demoShow } from "./demo.js";
import { effect } from "./effects.js";
import { make } from "./line.js";
import { dress, options } from "./scene.js";
import { say } from "./speech.js";

/** @typedef {import("../client/rules.js").Show} Show */

const NORMAL_MS = 5_000;
const MOST_MS = 600_000;
const MOST = 4;

await dress("rules");
const box = make("main", ["shows"]);
document.body.append(box);

function show(/** @type {Show} */ told) {
  const ms = Math.min(MOST_MS, told.for_ms ?? NORMAL_MS);
  if (told.text || told.image) {
    const element = make("div", ["show"]);
    if (told.image) element.append(picture(told.image));
    if (told.text) element.append(make("bdi", ["text"], clean(told.text)));
    box.append(element);
    setTimeout(() => element.remove(), ms);
    if (box.childElementCount > MOST) box.firstElementChild?.remove();
  }
  if (told.effect) effect(told.effect);
  if (told.sound && options.isOn("say")) play(told.sound);
}

function picture(/** @type {string} */ url) {
  const image = /** @type {HTMLImageElement} */ (make("img", ["image"]));
  image.referrerPolicy = "no-referrer";
  image.alt = "";
  image.onerror = () => image.remove();
  image.src = url;
  return image;
}

/** One that cannot be played, or may not be before somebody pressed a key, is left out. */
function play(/** @type {string} */ url) {
  new Audio(url).play().catch(() => undefined);
}

if (options.isDemo) {
  demoShow(show);
} else {
  followRules({ overlay: show, say: (told) => (options.isOn("say") ? say(told) : undefined) });
  followMarks({ onClear: () => box.replaceChildren() });
}
