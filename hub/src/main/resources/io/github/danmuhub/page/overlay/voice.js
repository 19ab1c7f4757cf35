// A sound, and words read aloud, from a price on. Nothing is loaded for either.

import { called } from "../client/events.js";
import { says } from "../client/line.js";
import { yuan } from "../client/money.js";
import { language, t } from "../client/words.js";
import { readings, said } from "./said.js";
import { options } from "./scene.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const LONGEST = 120;
const QUEUE = 5;
const LANG = language === "zh" ? "zh-CN" : "en-GB";

const table = readings(options.text("readings"));
const wants = (/** @type {string} */ name, /** @type {LiveEvent} */ event) =>
  options.number(name) >= 0 && yuan(event.value) >= options.number(name);

/** @type {AudioContext | undefined} */
let audio;

/** Two notes. */
export function sound(/** @type {LiveEvent} */ event) {
  if (!wants("sound", event)) return;
  audio ??= new AudioContext();
  for (const [i, pitch] of [660, 880].entries()) {
    const start = audio.currentTime + i * 0.14;
    const tone = new OscillatorNode(audio, { frequency: pitch });
    const gain = new GainNode(audio, { gain: 0.2 });
    gain.gain.setTargetAtTime(0, start + 0.08, 0.06);
    tone.connect(gain).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.5);
  }
}

let waiting = 0;

/** Who gave what, the name in a voice of its own. More than a few that wait are left out. */
export function speak(/** @type {LiveEvent} */ event) {
  if (!wants("speak", event) || !("speechSynthesis" in window) || waiting >= QUEUE) return;
  waiting++;
  const name = said(called(event.user), table, LANG);
  const rest = { words: t("overlay.says", says(event).slice(0, LONGEST)), lang: LANG };
  utter(name);
  utter(rest).onend = () => waiting--;
}

function utter(/** @type {import("./said.js").Said} */ { words, lang }) {
  const spoken = new SpeechSynthesisUtterance(words);
  spoken.lang = lang;
  spoken.onerror = () => spoken.onend?.(/** @type {any} */ (undefined));
  speechSynthesis.speak(spoken);
  return spoken;
}
