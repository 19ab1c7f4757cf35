// /overlay/battle: the battle that runs, until a while after its end.

import { clean } from "../client/clean.js";
import { word } from "../client/line.js";
import { count, span } from "../client/words.js";
import { make } from "./line.js";
import { dress, listen } from "./scene.js";
import { tally } from "./tally.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const SECOND = 1_000;
const AFTER_MS = 15_000;
const SIDES = 4;

await dress();
const box = make("main", ["battle"]);
const left = make("div", ["left"]);
const sides = make("div", ["sides"]);
document.body.append(box);

/** @type {LiveEvent | undefined} */
let battle;
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let end;

function show(/** @type {LiveEvent} */ event) {
  tally.shown++;
  battle = { ...battle, ...event, sides: event.sides?.length ? event.sides : battle?.sides };
  const isOver = battle.state === "end";
  clearTimeout(end);
  end = isOver ? setTimeout(hide, AFTER_MS) : undefined;
  box.classList.toggle("is-over", isOver);
  if (!box.hasChildNodes()) box.append(left, sides);
  draw(battle.sides?.slice(0, SIDES) ?? []);
  clearInterval(timer);
  timer = isOver ? undefined : setInterval(tick, SECOND);
  tick();
}

/** Once a second, and not at all while none runs. */
function tick() {
  const ms = battle?.ends ? Date.parse(battle.ends) - Date.now() : 0;
  const words = battle?.state !== "end" && ms > 0 ? span(ms) : word("battle", battle?.state);
  if (left.textContent !== words) left.textContent = words;
}

/** The elements stay, so that a share grows instead of jumping. */
function draw(/** @type {{room?: string, name?: string, score: number}[]} */ all) {
  while (sides.children.length > all.length) sides.lastElementChild?.remove();
  const sum = Math.max(1, ...[all.reduce((whole, side) => whole + side.score, 0)]);
  const most = Math.max(1, ...all.map((side) => side.score));
  for (const [i, side] of all.entries()) {
    const element = /** @type {HTMLElement} */ (sides.children[i] ?? sides.appendChild(one()));
    element.style.setProperty("--share", `${((100 * side.score) / sum).toFixed(1)}%`);
    element.classList.toggle("is-ahead", side.score === most);
    const [name, score] = element.children;
    name.textContent = clean(side.name ?? side.room ?? "?");
    score.textContent = count(side.score);
  }
}

function one() {
  const side = make("div", ["side"]);
  side.append(make("bdi", ["name"]), make("span", ["score"]));
  return side;
}

function hide() {
  clearInterval(timer);
  clearTimeout(end);
  timer = undefined;
  battle = undefined;
  sides.replaceChildren();
  box.replaceChildren();
}

listen((events) => events.filter((event) => event.type === "battle").forEach(show), {
  types: ["battle"],
  onClear: hide,
});
