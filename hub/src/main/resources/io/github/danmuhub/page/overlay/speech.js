// Texts that the browser speaks, one after the other; what is urgent goes first.

import { clean } from "../client/clean.js";
import { language } from "../client/words.js";

/** @typedef {import("../client/rules.js").Say} Say */

const MOST = 20;
const LONGEST = 200;
/** A voice that never tells its end keeps nobody silent. */
const LONGEST_MS = 60_000;

/** @type {Say[]} */
let waiting = [];
let speaks = false;

/** Soon; of what is too much, the oldest that is not urgent is left out. */
export function say(/** @type {Say} */ told) {
  if (!("speechSynthesis" in window)) return;
  waiting = order([...waiting, told]);
  next();
}

/** Urgent ones first, each kind as it came, no more than a few. */
export function order(/** @type {Say[]} */ all) {
  const isHigh = (/** @type {Say} */ each) => each.priority === "high";
  const high = all.filter(isHigh).slice(-MOST);
  const room = MOST - high.length;
  return room > 0 ? [...high, ...all.filter((each) => !isHigh(each)).slice(-room)] : high;
}

function next() {
  const told = speaks ? undefined : waiting.shift();
  if (!told) return;
  speaks = true;
  const words = new SpeechSynthesisUtterance(clean(told.text).slice(0, LONGEST));
  words.lang = told.lang || (language === "zh" ? "zh-CN" : "en-GB");
  const watch = setTimeout(() => speechSynthesis.cancel(), LONGEST_MS);
  words.onend = words.onerror = () => {
    clearTimeout(watch);
    speaks = false;
    next();
  };
  speechSynthesis.speak(words);
}
