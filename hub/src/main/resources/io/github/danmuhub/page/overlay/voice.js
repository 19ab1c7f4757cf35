// A sound, and words read aloud, from a price on. Nothing is loaded for either.

import { called } from "../client/events.js";
import { says } from "../client/line.js";
import { yuan } from "../client/money.js";
import { language, t } from "../client/words.js";
import { options } from "./scene.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const LONGEST = 120;
const QUEUE = 5;

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

/** Who gave what. More than a few that wait are left out. */
export function speak(/** @type {LiveEvent} */ event) {
  if (!wants("speak", event) || !("speechSynthesis" in window) || spoken >= QUEUE) return;
  const words = new SpeechSynthesisUtterance(
    t("overlay.says", called(event.user), says(event).slice(0, LONGEST)),
  );
  words.lang = language === "zh" ? "zh-CN" : "en-GB";
  spoken++;
  words.onend = words.onerror = () => spoken--;
  speechSynthesis.speak(words);
}

let spoken = 0;
