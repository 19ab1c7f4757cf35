// What the dashboard asks the hub for, again and again while somebody looks.

import { get, Refusal } from "../client/api.js";
import { doors } from "../client/rules.js";

/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */

const ASK_MS = 2_000;

const quiet = () => undefined;

/** Rooms, figures and recordings as they were told last; the page is asked to draw itself anew. */
export class Asking {
  /** @param {import("lit").ReactiveControllerHost & {selected: string}} page `selected`: the room it is about */
  constructor(page) {
    this.page = page;
    /** @type {RoomStatus[] | undefined} */
    this.rooms = undefined;
    /** @type {any} */
    this.figures = undefined;
    /** @type {Set<string>} the first messages of people */
    this.firsts = new Set();
    /** @type {any} */
    this.recordings = undefined;
    /** Whether a token is needed. */
    this.signIn = false;
    this.now = Date.now();
  }

  /** Each second a countdown; each other one the hub is asked. Not while nobody looks. */
  follow(/** @type {() => boolean} */ isThere, /** @type {() => void} */ askMore) {
    let turn = false;
    setInterval(() => {
      if (document.hidden) return;
      this.now = Date.now();
      this.page.requestUpdate();
      turn = !turn;
      if (!turn || !isThere()) return;
      this.askRooms();
      this.askOthers();
      askMore();
    }, ASK_MS / 2);
  }

  /** Whether the hub lets us in. */
  async askRooms() {
    try {
      this.rooms = (await get("/api/rooms")).rooms;
      return true;
    } catch (e) {
      this.signIn = e instanceof Refusal && e.status === 401;
      this.rooms ??= [];
      return !this.signIn;
    } finally {
      this.page.requestUpdate();
    }
  }

  /** What one door does not answer stays as it was. */
  async askOthers() {
    const asked = [this.#askFigures(), doors.has("recordings") ? this.#askRecordings() : undefined];
    await Promise.all(asked.map((each) => each?.catch(quiet)));
    this.page.requestUpdate();
  }

  async #askFigures() {
    const { selected } = this.page;
    const figures = await get(`/api/figures${selected ? `?room=${encodeURIComponent(selected)}` : ""}`);
    if (selected !== this.page.selected) return; // another room was chosen meanwhile
    this.figures = figures;
    this.firsts = new Set(
      figures.newcomers.map((/** @type {any} */ one) => `${one.room} ${one.user} ${one.received}`),
    );
  }

  async #askRecordings() {
    this.recordings = await get("/api/recordings");
  }
}
