// The events of the hub, over /ws: it comes back for ever, with its cursor, and tells every event
// once. One feed a page.

import { call, Refusal, token } from "./api.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

/**
 * Where a feed stands: `connecting` at first, `live`, `away` (the hub is not there; it tries
 * again at `next`), `refused` (in the hub's words, a token is missing perhaps; it tries again too).
 *
 * @typedef {{state: "connecting" | "live" | "away" | "refused", why?: string, status?: number,
 *   next?: number}} FeedState
 */

/**
 * @typedef {{rooms?: string[], types?: string[], back?: number,
 *   onEvents: (events: LiveEvent[]) => void, onState?: (state: FeedState) => void}} FeedOptions
 *   `back`: so many numbers of the log before now are told at first. A gap is an event `gap`
 *   without a room.
 */

const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 15_000;
/** The hub says something every 15 s; without three of those the line is dead. */
const SILENCE_MS = 45_000;

/** A feed; it begins at once. */
export class Feed {
  /** @param {FeedOptions} options */
  constructor(options) {
    this.options = options;
    this.cursor = "";
    this.lastSeq = 0;
    this.failures = 0;
    this.heardAt = 0;
    /** @type {WebSocket | undefined} */
    this.socket = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.closed = false;
    this.watch = setInterval(() => this.#notice(), 5_000);
    this.comeBack = () => this.#hurry();
    addEventListener("online", this.comeBack);
    document.addEventListener("visibilitychange", this.comeBack);
    this.#tell({ state: "connecting" });
    this.#dial();
  }

  /** Ends it. */
  close() {
    this.closed = true;
    clearInterval(this.watch);
    clearTimeout(this.timer);
    removeEventListener("online", this.comeBack);
    document.removeEventListener("visibilitychange", this.comeBack);
    this.socket?.close();
  }

  #address() {
    const query = new URLSearchParams();
    for (const room of this.options.rooms ?? []) query.append("room", room);
    for (const type of this.options.types ?? []) query.append("type", type);
    if (this.cursor) query.set("after", this.cursor);
    else if (this.options.back) query.set("back", String(this.options.back));
    if (token) query.set("token", token);
    return `${location.origin.replace(/^http/, "ws")}/ws?${query}`;
  }

  #dial() {
    if (this.closed) return;
    const socket = new WebSocket(this.#address());
    this.socket = socket;
    this.heardAt = performance.now();
    let opened = false;
    socket.onopen = () => (opened = true);
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    socket.onclose = () => {
      if (this.socket === socket) this.#lost(opened);
    };
  }

  /** @param {{type: string, cursor?: string, events?: LiveEvent[]}} message */
  #hear(message) {
    this.heardAt = performance.now();
    if (message.type === "hello") {
      this.failures = 0;
      this.#tell({ state: "live" });
    }
    if (message.cursor) this.cursor = message.cursor;
    const fresh = (message.events ?? []).filter((event) => this.#isFresh(event));
    if (fresh.length > 0) this.options.onEvents(fresh);
  }

  /** @param {LiveEvent} event */
  #isFresh(event) {
    if (event.seq === undefined) return true;
    if (event.seq <= this.lastSeq) return false;
    this.lastSeq = event.seq;
    return true;
  }

  /** @param {boolean} opened whether it was open at all */
  async #lost(opened) {
    if (this.closed) return;
    this.socket = undefined;
    const why = opened ? undefined : await this.#refusal();
    const most = Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures++);
    const wait = most * (0.5 + Math.random() / 2);
    const next = Date.now() + wait;
    if (why) this.#tell({ state: "refused", why: why.message, status: why.status, next });
    else this.#tell({ state: "away", next });
    this.timer = setTimeout(() => this.#again(), wait);
  }

  /** A browser does not tell a page why its socket was refused; another door says it in words. */
  async #refusal() {
    const after = this.cursor ? `&after=${this.cursor}` : "";
    try {
      await call("GET", `/api/events?limit=1${after}`);
      return undefined;
    } catch (e) {
      if (!(e instanceof Refusal) || e.status === 0) return undefined;
      if (e.status !== 410 && e.status !== 400) return e;
      this.#beginAnew(e.message);
      return undefined;
    }
  }

  /** The hub began another log: all of it is new, and nobody knows what was between. */
  #beginAnew(/** @type {string} */ why) {
    this.cursor = "oldest";
    this.lastSeq = 0;
    this.options.onEvents([{ v: 1, type: "gap", why }]);
  }

  /** A hub that was away may be another build: then the page is another one too. */
  async #again() {
    if (this.closed) return;
    try {
      const { build } = await call("GET", "/page/build");
      if (build !== document.documentElement.dataset.build) {
        location.reload();
        return;
      }
    } catch {
      this.#lost(true);
      return;
    }
    this.#dial();
  }

  #hurry() {
    if (!this.socket && this.timer && !document.hidden) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.#again();
    }
  }

  /** A line that is dead without having been closed. */
  #notice() {
    const socket = this.socket;
    if (socket && performance.now() - this.heardAt > SILENCE_MS) {
      this.socket = undefined;
      socket.onclose = null;
      socket.close();
      this.#lost(true);
    }
  }

  /** Styles and tests see it at the page itself. */
  #tell(/** @type {FeedState} */ state) {
    document.documentElement.dataset.feed = state.state;
    this.options.onState?.(state);
  }
}
