// Effects over the whole picture: pieces that fall or rise once and are gone, a flash, a shake.
// Nothing moves where motion is not wanted.

import { make } from "./line.js";

const PIECES = 40;
/** Longer than any of them lasts. */
const GONE_MS = 6_000;
const SIGNS = /** @type {Record<string, string[]>} */ ({
  confetti: ["▮", "▬", "●", "▲"],
  hearts: ["♥"],
  snow: ["❄", "•"],
});

/** Begins one; a second one of the same name takes the place of the first. */
export function effect(/** @type {string} */ name) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  document.querySelector(`.effect.${name}`)?.remove();
  if (name === "shake") {
    shake();
    return;
  }
  const layer = make("div", ["effect", name]);
  layer.ariaHidden = "true";
  const signs = SIGNS[name];
  if (signs) layer.append(...Array.from({ length: PIECES }, (_, i) => piece(signs[i % signs.length])));
  document.body.append(layer);
  setTimeout(() => layer.remove(), GONE_MS);
}

function piece(/** @type {string} */ sign) {
  const element = make("span", ["piece"], sign);
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    element.style.setProperty(name, value);
  set("--x", `${(Math.random() * 100).toFixed(1)}vw`);
  set("--drift", `${(Math.random() * 20 - 10).toFixed(1)}vw`);
  set("--after", `${(Math.random() * 1.5).toFixed(2)}s`);
  set("--turn", `${(Math.random() * 720 - 360).toFixed(0)}deg`);
  set("--hue", (Math.random() * 360).toFixed(0));
  return element;
}

function shake() {
  document.body.animate(
    [0, -1, 1, -0.8, 0.8, -0.4, 0].map((x) => ({ transform: `translateX(${x}em)` })),
    { duration: 500 },
  );
}
