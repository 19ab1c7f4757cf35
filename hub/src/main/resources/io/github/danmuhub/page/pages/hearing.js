// What the dashboard hears over the hub's socket, and what of it is kept.

import { isTaken, latest, sameLottery, sameRoom } from "../client/board.js";
import { roomOf } from "../client/events.js";
import { Feed } from "../client/feed.js";
import { followMarks } from "../client/marks.js";
import { Messages } from "../client/messages.js";
import { olderThan } from "../client/older.js";
import { earlierPaid, withPaid } from "../client/paid.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

/** Told at first. */
const BACK = 600;

const quiet = () => undefined;

/** The page is asked to draw itself anew; its list of messages is told apart, it is long. */
export class Hearing {
  /**
   * @param {import("lit").ReactiveControllerHost} page
   * @param {() => any} list the list of messages, once it is there
   */
  constructor(page, list) {
    this.page = page;
    this.list = list;
    /** @type {import("../client/feed.js").FeedState} */
    this.state = { state: "connecting" };
    this.messages = new Messages();
    /** @type {LiveEvent[]} what has a card, the newest first */
    this.paid = [];
    /** @type {Set<string>} */
    this.read = new Set();
    /** @type {LiveEvent[]} */
    this.battles = [];
    /** @type {LiveEvent[]} */
    this.lotteries = [];
    /** @type {Map<string, LiveEvent>} how each room's connection changed last */
    this.news = new Map();
    this.readsOlder = false;
  }

  /** From now on. */
  follow() {
    this.feed = new Feed({
      back: BACK,
      onEvents: (events) => this.#hear(events),
      onState: (state) => {
        this.state = state;
        this.page.requestUpdate();
      },
    });
    followMarks({
      onRead: (read) => {
        this.read = read;
        this.page.requestUpdate();
      },
    });
    earlierPaid().then((events) => {
      this.paid = withPaid(this.paid, events);
      this.page.requestUpdate();
    }, quiet);
  }

  /** @param {LiveEvent[]} events */
  #hear(events) {
    const merged = this.messages.add(events);
    this.list()?.refresh(merged);
    const before = [this.paid, this.battles, this.lotteries];
    this.paid = withPaid(this.paid, [...merged, ...events]);
    let changed = false;
    for (const event of events) {
      this.#note(event);
      changed ||= event.type === "connection";
    }
    const now = [this.paid, this.battles, this.lotteries];
    if (changed || now.some((each, i) => each !== before[i])) this.page.requestUpdate();
  }

  #note(/** @type {LiveEvent} */ event) {
    if (event.type === "connection") this.news.set(roomOf(event), event);
    if (event.type === "retract") this.paid = this.paid.filter((paid) => !isTaken(paid, event));
    if (event.type === "battle") this.battles = latest(this.battles, event, sameRoom);
    if (event.type === "lottery") this.lotteries = latest(this.lotteries, event, sameLottery);
  }

  /** What was paid in a room, or in all of them. */
  paidIn(/** @type {string} */ room) {
    return room ? this.paid.filter((event) => roomOf(event) === room) : this.paid;
  }

  /** Empties the list; gives a way back. What came meanwhile stays behind it. */
  clear() {
    const before = this.messages.all;
    const newest = before.at(-1)?.seq ?? 0;
    this.messages.all = [];
    return () => {
      const since = this.messages.all.filter((event) => (event.seq ?? newest + 1) > newest);
      this.messages.all = [...before, ...since];
    };
  }

  /** Reads what came before all of the list, once at a time. */
  async readOlder() {
    const { feed, messages } = this;
    const oldest = messages.all.find((event) => event.seq !== undefined)?.seq;
    if (this.readsOlder || !feed || !oldest || oldest <= 1) return;
    this.readsOlder = true;
    try {
      const older = await olderThan(feed.cursor, feed.lastSeq, oldest);
      if (messages.addOlder(older) > 0) this.list()?.extended();
    } catch {
      // the next time that one scrolls there
    } finally {
      this.readsOlder = false;
    }
  }
}
