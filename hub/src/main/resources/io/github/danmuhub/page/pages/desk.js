// What the dashboard knows of devices, votes and rules, and what a person does with them.

import { call, get } from "../client/api.js";
import { doors, followRules } from "../client/rules.js";
import { attempt, words } from "./deeds.js";

/** @typedef {import("../client/rules.js").Vote} Vote */

/** What is asked, by the name under which the answer is kept; of a hub that has the door. */
const ASKS = {
  devices: { door: "devices", path: () => "/api/devices" },
  votes: { door: "votes", path: () => "/api/votes" },
  rules: { door: "rules", path: rulesPath },
  decisions: { door: "rules", path: () => "/api/rules/decisions?limit=30" },
};

/** The text of the rules may be long: it is told where it is another one. */
function rulesPath(/** @type {Desk["told"]} */ told) {
  return `/api/rules?known=${told.rules?.revision ?? ""}`;
}

/** Kept up by asking; how a vote stands is told as it changes. */
export class Desk {
  /** @param {HTMLElement & import("lit").ReactiveControllerHost} page whose components ask for it */
  constructor(page) {
    this.page = page;
    /** @type {{devices?: any, votes?: any, rules?: any, decisions?: any}} */
    this.told = {};
    const does = (/** @type {string} */ name, /** @type {(event: any) => void} */ deed) =>
      page.addEventListener(name, deed);
    does("hub-stop", () => this.#do("/api/devices/stop"));
    does("hub-device", ({ detail }) => this.#do(`/api/devices/${encodeURIComponent(detail.name)}/${detail.act}`));
    does("hub-vote", ({ detail }) => this.#do(`/api/votes/${encodeURIComponent(detail.name)}/${detail.act}`));
    does("hub-cool", ({ detail }) => this.#do(`/api/rules/${encodeURIComponent(detail)}/cooldown/reset`));
    does("hub-try", ({ detail }) => this.#tryOut(detail));
  }

  /** From now on. */
  follow() {
    followRules({ vote: (vote) => this.#vote(vote) });
  }

  /** What one door does not answer stays as it was. */
  async ask() {
    const names = Object.entries(ASKS).filter(([, { door }]) => doors.has(door));
    const answers = await Promise.allSettled(names.map(([, { path }]) => get(path(this.told))));
    const told = /** @type {Record<string, any>} */ ({ ...this.told });
    answers.forEach((answer, i) => {
      if (answer.status === "fulfilled") told[names[i][0]] = answer.value;
    });
    if (told.rules) told.rules.text ??= this.told.rules?.text;
    this.#tell(told);
  }

  #vote(/** @type {Vote} */ vote) {
    const votes = /** @type {Vote[]} */ (this.told.votes?.votes ?? []);
    const others = votes.map((each) => (each.vote === vote.vote ? vote : each));
    this.#tell({ ...this.told, votes: { votes: others } });
  }

  #tell(/** @type {Desk["told"]} */ told) {
    this.told = told;
    this.page.requestUpdate();
  }

  async #do(/** @type {string} */ path) {
    await attempt(() => call("POST", path));
    await this.ask();
  }

  /** What the rules would do with an invented event. */
  async #tryOut(/** @type {{event: unknown, done: (told: any) => void}} */ { event, done }) {
    try {
      done(await call("POST", "/api/rules/try", event));
    } catch (e) {
      done({ decisions: [], refused: words(e) });
    }
  }
}
