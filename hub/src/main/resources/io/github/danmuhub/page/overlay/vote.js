// /overlay/vote: the vote that runs, and for a while who won.

import { clean } from "../client/clean.js";
import { followRules } from "../client/rules.js";
import { count, span, t } from "../client/words.js";
import { demoVote } from "./demo.js";
import { make } from "./line.js";
import { dress, options } from "./scene.js";

/** @typedef {import("../client/rules.js").Vote} Vote */

const SECOND = 1_000;
const AFTER_MS = 8_000;

await dress("rules");
const box = make("main", ["votes"]);
document.body.append(box);
/** @type {Map<string, {vote: Vote, until: number}>} */
const votes = new Map();
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

function hear(/** @type {Vote} */ vote) {
  const until = Date.now() + vote.left_ms;
  if (vote.open || votes.has(vote.vote)) votes.set(vote.vote, { vote, until });
  timer ??= setInterval(draw, SECOND);
  draw();
}

/** Once a second, and not at all while nothing is voted. */
function draw() {
  for (const [name, { until }] of votes) {
    if (until + AFTER_MS < Date.now()) votes.delete(name);
  }
  box.replaceChildren(...[...votes.values()].map(({ vote, until }) => ballot(vote, until)));
  if (votes.size === 0) {
    clearInterval(timer);
    timer = undefined;
  }
}

function ballot(/** @type {Vote} */ vote, /** @type {number} */ until) {
  const element = make("section", ["vote", vote.open ? "open" : "over"]);
  const left = Math.max(0, until - Date.now());
  const state = vote.open ? span(left) : vote.winner ? t("vote.over") : t("vote.nobody");
  const head = make("div", ["head"]);
  head.append(make("span", ["voters"], t("interaction.voters", count(vote.voters))), make("span", ["left"], state));
  const most = Math.max(1, ...vote.options.map((each) => each.count));
  element.append(head, ...vote.options.map((each) => option(each, most, vote.winner)));
  return element;
}

/**
 * @param {Vote["options"][0]} each
 * @param {number} most
 * @param {string | undefined} winner
 */
function option(each, most, winner) {
  const element = make("div", ["option", ...(winner === each.value ? ["won"] : [])]);
  element.style.setProperty("--share", `${((100 * each.count) / most).toFixed(1)}%`);
  element.append(make("bdi", ["name"], clean(each.option)), make("span", ["count"], count(each.count)));
  return element;
}

if (options.isDemo) demoVote(hear);
else followRules({ vote: hear });
