// /overlay/battle: the battle that runs, until a while after its end.

import { count, span } from "../client/words.js";
import { make } from "./line.js";
import { dress, listen } from "./scene.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const SECOND = 1_000;
const AFTER_MS = 15_000;

dress();
const box = make("main", ["battle"]);
document.body.append(box);
/** @type {LiveEvent | undefined} */
let battle;
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

function show(/** @type {LiveEvent} */ event) {
  const sides = event.sides?.length ? event.sides : battle?.sides;
  battle = { ...battle, ...event, sides };
  if (event.state === "end") setTimeout(hide, AFTER_MS);
  timer ??= setInterval(draw, SECOND);
  draw();
}

function draw() {
  const sides = battle?.sides ?? [];
  const all = Math.max(1, sides.reduce((sum, side) => sum + side.score, 0));
  const left = battle?.ends ? Date.parse(battle.ends) - Date.now() : 0;
  box.replaceChildren(
    make("div", ["left"], battle?.state !== "end" && left > 0 ? span(left) : ""),
    ...sides.map((side) => {
      const element = make("div", ["side"]);
      element.style.setProperty("--share", `${((100 * side.score) / all).toFixed(1)}%`);
      const name = make("bdi", ["name"], side.name ?? side.room ?? "?");
      element.append(name, make("span", ["score"], count(side.score)));
      return element;
    }),
  );
}

function hide() {
  clearInterval(timer);
  timer = undefined;
  battle = undefined;
  box.replaceChildren();
}

listen(
  (events) => events.filter((event) => event.type === "battle").forEach(show),
  { onClear: hide },
);
