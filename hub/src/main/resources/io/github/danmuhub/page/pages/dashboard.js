// The dashboard: hears the hub, and hands what it hears to the components.

import { css, html, nothing, render } from "lit";
import { call, get, Refusal } from "../client/api.js";
import { Feed } from "../client/feed.js";
import { feature, followMarks, mark } from "../client/marks.js";
import { Messages } from "../client/messages.js";
import { olderThan } from "../client/older.js";
import { earlierPaid, withPaid } from "../client/paid.js";
import { amount, count, figure, t } from "../client/words.js";
import { ask } from "../components/ask.js";
import { HubElement } from "../components/element.js";
import { toast } from "../components/toast.js";
import "../components/chart.js";
import "../components/chat.js";
import "../components/contests.js";
import "../components/figures.js";
import "../components/interaction.js";
import "../components/line-strip.js";
import "../components/recordings.js";
import "../components/room-list.js";
import "../components/sign-in.js";
import "../components/super-chats.js";
import "../components/top-bar.js";
import "../components/top-list.js";
import "../components/welcome.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */

const ASK_MS = 2_000;
const BACK = 600;
const CONTESTS = 4;

class Dashboard extends HubElement {
  static properties = {
    rooms: { state: true },
    figures: { state: true },
    selected: { state: true },
    feedState: { state: true },
    paid: { state: true },
    read: { state: true },
    battles: { state: true },
    lotteries: { state: true },
    recordings: { state: true },
    interaction: { state: true },
    simulates: { state: true },
    currency: { state: true },
    signIn: { state: true },
    now: { state: true },
  };

  static styles = css`
    main {
      display: grid;
      gap: var(--s4);
      padding: var(--s4) var(--s5);
      grid-template: "side main chat" / 264px minmax(0, 1fr) minmax(340px, 30%);
      align-items: start;
      max-width: 2200px;
      margin: auto;
    }
    .side {
      grid-area: side;
    }
    .main {
      grid-area: main;
    }
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
      min-width: 0;
    }
    hub-chat {
      grid-area: chat;
      position: sticky;
      top: calc(var(--bar) + var(--s4));
      height: calc(100vh - var(--bar) - 2 * var(--s4));
    }
    .charts,
    .tops {
      display: grid;
      gap: var(--s4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    }
    select {
      padding: 0 var(--s1);
      min-height: 30px;
      font-size: var(--small);
    }
    @media (max-width: 1240px) {
      main {
        grid-template:
          "main chat"
          "side chat" / minmax(0, 1fr) minmax(300px, 40%);
        padding: var(--s4);
      }
    }
    @media (max-width: 720px) {
      main {
        grid-template: "chat" "main" "side" / minmax(0, 1fr);
        padding: var(--s3);
        gap: var(--s3);
      }
      .stack,
      .charts,
      .tops {
        gap: var(--s3);
      }
      hub-chat {
        position: static;
        height: min(560px, 80vh);
      }
    }
  `;

  constructor() {
    super();
    /** @type {RoomStatus[] | undefined} */
    this.rooms = undefined;
    /** @type {any} */
    this.figures = undefined;
    this.selected = "";
    /** @type {import("../client/feed.js").FeedState} */
    this.feedState = { state: "connecting" };
    /** @type {LiveEvent[]} */
    this.paid = [];
    /** @type {Set<string>} */
    this.read = new Set();
    /** @type {LiveEvent[]} */
    this.battles = [];
    /** @type {LiveEvent[]} */
    this.lotteries = [];
    /** @type {any} */
    this.recordings = undefined;
    /** @type {any} */
    this.interaction = {};
    this.simulates = false;
    this.currency = "";
    this.signIn = false;
    this.now = Date.now();
    this.messages = new Messages();
    /** @type {Map<string, LiveEvent>} */
    this.news = new Map();
    /** @type {Set<string>} */
    this.firsts = new Set();
    this.readingOlder = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  async #begin() {
    if (!(await this.#askRooms())) return;
    this.feed = new Feed({
      back: BACK,
      onEvents: (events) => this.#hear(events),
      onState: (state) => (this.feedState = state),
    });
    followMarks({ onRead: (read) => (this.read = read) });
    earlierPaid().then((events) => (this.paid = withPaid(this.paid, events)), quiet);
    this.#askOthers();
    setInterval(() => this.#tick(), ASK_MS / 2);
  }

  /** Each second a countdown; each other one the hub is asked. Not while nobody looks. */
  #tick() {
    if (document.hidden) return;
    this.now = Date.now();
    this.turn = !this.turn;
    if (this.turn && this.feedState.state === "live") {
      this.#askRooms();
      this.#askOthers();
    }
  }

  async #askRooms() {
    try {
      this.rooms = (await get("/api/rooms")).rooms;
      return true;
    } catch (e) {
      this.signIn = e instanceof Refusal && e.status === 401;
      this.rooms ??= [];
      return !this.signIn;
    }
  }

  async #askOthers() {
    const room = this.selected ? `?room=${encodeURIComponent(this.selected)}` : "";
    const doors = [
      get(`/api/figures${room}`).then((figures) => this.#counted(figures)),
      this.#optional("recordings").then((told) => (this.recordings = told)),
      this.#askInteraction(),
    ];
    await Promise.all(doors.map((door) => door.catch(quiet)));
  }

  async #askInteraction() {
    const [rules, votes, devices, demo] = await Promise.all(
      ["rules", "votes", "devices", "demo"].map((name) => this.#optional(name)),
    );
    this.interaction = { rules, votes, devices };
    this.simulates = demo !== undefined;
  }

  /** What a hub has or has not; the page itself says which. */
  async #optional(/** @type {string} */ name) {
    return HAS.has(name) ? get(`/api/${name}`) : undefined;
  }

  #counted(/** @type {any} */ figures) {
    this.figures = figures;
    this.firsts = new Set(
      figures.newcomers.map((/** @type {any} */ one) => `${one.room} ${one.user} ${one.received}`),
    );
    this.#list?.tellFirsts(this.firsts);
  }

  get #list() {
    return /** @type {any} */ (this.renderRoot.querySelector("hub-chat"))?.list;
  }

  #hear(/** @type {LiveEvent[]} */ events) {
    const merged = this.messages.add(events);
    this.#list?.refresh(merged);
    this.paid = withPaid(this.paid, events);
    for (const event of events) this.#note(event);
  }

  #note(/** @type {LiveEvent} */ event) {
    const key = `${event.platform}:${event.room}`;
    if (event.type === "connection") this.news.set(key, event);
    if (event.type === "retract") this.paid = this.paid.filter((paid) => !isTaken(paid, event));
    if (event.type === "battle") this.battles = latest(this.battles, event, sameRoom);
    if (event.type === "lottery") this.lotteries = latest(this.lotteries, event, sameLottery);
  }

  render() {
    if (this.signIn) return html`<hub-sign-in></hub-sign-in>`;
    if (!this.rooms) return nothing;
    return html`
      <hub-line-strip .feed=${this.feedState}></hub-line-strip>
      ${this.rooms.length === 0 && this.messages.all.length === 0
        ? html`<hub-welcome .simulates=${this.simulates} @hub-add=${this.#add} @hub-simulate=${this.#simulate}></hub-welcome>`
        : this.#board(this.rooms)}
    `;
  }

  #board(/** @type {RoomStatus[]} */ rooms) {
    return html`
      <main
        @hub-add=${this.#add}
        @hub-remove=${this.#remove}
        @hub-select=${this.#select}
        @hub-read=${this.#mark}
        @hub-feature=${this.#feature}
        @hub-clear=${this.#clear}
        @hub-record=${this.#record}
        @hub-stop=${this.#stop}
        @hub-device=${this.#device}
      >
        <div class="main stack">
          <hub-figures .figures=${this.figures} room=${this.selected}></hub-figures>
          ${this.#charts()}
          <hub-super-chats .paid=${this.#paidHere()} .read=${this.read} .now=${this.now}></hub-super-chats>
          ${this.#tops()}
        </div>
        <hub-chat
          .messages=${this.messages}
          room=${this.selected}
          .marksRooms=${rooms.length > 1 && !this.selected}
          @hub-older=${this.#older}
        ></hub-chat>
        <div class="side stack">
          <hub-room-list
            .rooms=${rooms}
            .figures=${this.figures}
            .news=${this.news}
            .now=${this.now}
            selected=${this.selected}
          ></hub-room-list>
          <hub-interaction .told=${this.interaction}></hub-interaction>
          ${this.battles.length + this.lotteries.length > 0
            ? html`<hub-contests
                .battles=${this.battles}
                .lotteries=${this.lotteries}
                .now=${this.now}
              ></hub-contests>`
            : nothing}
          ${this.recordings
            ? html`<hub-recordings .told=${this.recordings}></hub-recordings>`
            : nothing}
        </div>
      </main>
    `;
  }

  #paidHere() {
    return this.selected
      ? this.paid.filter((event) => `${event.platform}:${event.room}` === this.selected)
      : this.paid;
  }

  #charts() {
    const rows = this.figures?.rows ?? { chats: [], income: {} };
    const currencies = Object.keys(rows.income);
    const currency = currencies.includes(this.currency) ? this.currency : (best(currencies) ?? "CNY");
    const income = (rows.income[currency] ?? rows.chats.map(() => 0)).map((/** @type {number} */ n) => n / 1_000);
    return html`<div class="charts">
      <hub-panel heading=${t("charts.rate")}>
        <hub-chart
          label=${t("charts.rate")}
          .rows=${running(rows.chats, this.figures?.now)}
          .start=${this.figures?.minute ?? 0}
          .gaps=${this.figures?.gaps ?? []}
          .words=${figure}
        ></hub-chart>
      </hub-panel>
      <hub-panel heading=${t("charts.income")}>
        ${currencies.length > 1
          ? html`<select slot="tools" aria-label=${t("charts.currency")} @change=${this.#currency}>
              ${currencies.map(
                (each) => html`<option value=${each} ?selected=${each === currency}>
                  ${t(`coin.${each.replace(":", "_")}`)}
                </option>`,
              )}
            </select>`
          : nothing}
        <hub-chart
          label=${t("charts.income")}
          form="bars"
          .rows=${income}
          .start=${this.figures?.minute ?? 0}
          .gaps=${this.figures?.gaps ?? []}
          .words=${figure}
        ></hub-chart>
      </hub-panel>
    </div>`;
  }

  #currency(/** @type {Event} */ event) {
    this.currency = /** @type {HTMLSelectElement} */ (event.target).value;
  }

  #tops() {
    const marksRooms = (this.rooms?.length ?? 0) > 1 && !this.selected;
    const speakers = (this.figures?.top_speakers ?? []).slice(0, 6);
    const all = this.figures?.top_givers ?? [];
    const currency = this.currency || best([...new Set(all.map((/** @type {any} */ g) => g.currency))]);
    const givers = all.filter((/** @type {any} */ g) => g.currency === currency).slice(0, 6);
    return html`<div class="tops">
      <hub-top-list
        heading=${t("top.givers")}
        .marksRooms=${marksRooms}
        .places=${givers.map((/** @type {any} */ g) => ({ ...g, sum: g.milli, words: amount(g) }))}
      ></hub-top-list>
      <hub-top-list
        heading=${t("top.speakers")}
        .marksRooms=${marksRooms}
        .places=${speakers.map((/** @type {any} */ s) => ({ ...s, sum: s.count, words: count(s.count) }))}
      ></hub-top-list>
    </div>`;
  }

  #select(/** @type {CustomEvent<string>} */ event) {
    this.selected = event.detail;
    this.#askOthers();
  }

  async #add(/** @type {CustomEvent<{room: string, done: (refused: string) => void}>} */ event) {
    const { room, done } = event.detail;
    try {
      await call("POST", "/api/rooms", { room });
      await this.#askRooms();
      done("");
    } catch (e) {
      done(words(e));
    }
  }

  async #remove(/** @type {CustomEvent<RoomStatus>} */ event) {
    const room = event.detail;
    if (!(await ask(t("rooms.ask", room.title || room.key), t("rooms.remove")))) return;
    try {
      await call("DELETE", `/api/rooms/${encodeURIComponent(room.key)}`);
      this.selected = "";
      this.#askRooms();
    } catch (e) {
      toast(words(e), { bad: true });
    }
  }

  #mark(/** @type {CustomEvent<{name: string, read: boolean}>} */ event) {
    mark(event.detail.name, event.detail.read).catch((e) => toast(words(e), { bad: true }));
  }

  #feature(/** @type {CustomEvent<LiveEvent>} */ event) {
    feature(event.detail).then(
      () => toast(t("chat.featured"), { back: () => call("POST", "/api/overlay/clear").catch(quiet) }),
      (e) => toast(words(e), { bad: true }),
    );
  }

  /** The list is emptied; what was in it is kept for whoever did not mean it. */
  #clear() {
    const before = this.messages.all;
    this.messages.all = [];
    this.#refilter();
    toast(t("chat.cleared"), {
      back: () => {
        this.messages.all = [...before, ...this.messages.all];
        this.#refilter();
      },
    });
  }

  #refilter() {
    /** @type {any} */ (this.renderRoot.querySelector("hub-chat"))?.refilter();
  }

  async #older() {
    const { feed, messages } = this;
    const oldest = messages.all.find((event) => event.seq !== undefined)?.seq;
    if (this.readingOlder || !feed || !oldest || oldest <= 1) return;
    this.readingOlder = true;
    try {
      const older = await olderThan(feed.cursor, feed.lastSeq, oldest);
      if (messages.addOlder(older) > 0) this.#list?.extended();
    } catch {
      // the next time that one scrolls there
    } finally {
      this.readingOlder = false;
    }
  }

  async #record(/** @type {CustomEvent<string>} */ event) {
    const name = encodeURIComponent(event.detail);
    try {
      this.recordings = name
        ? await call("DELETE", `/api/recordings/${name}`)
        : await call("POST", "/api/recordings");
    } catch (e) {
      toast(words(e), { bad: true });
    }
  }

  #stop() {
    call("POST", "/api/devices/stop").then(
      () => this.#askInteraction(),
      (e) => toast(words(e), { bad: true }),
    );
  }

  async #device(/** @type {CustomEvent<{name: string, act: string}>} */ event) {
    const { name, act } = event.detail;
    try {
      await call("POST", `/api/devices/${encodeURIComponent(name)}/${act}`);
    } catch (e) {
      toast(words(e), { bad: true });
    }
    this.#askInteraction();
  }

  async #simulate() {
    try {
      await call("POST", "/api/demo");
      this.#askRooms();
    } catch (e) {
      toast(words(e), { bad: true });
    }
  }
}

/** The doors below /api/ that this hub has. */
const HAS = new Set(document.documentElement.dataset.doors?.split(" "));

const quiet = () => undefined;

const words = (/** @type {unknown} */ e) => (e instanceof Error ? e.message : String(e));

/** @param {LiveEvent} paid */
const isTaken = (paid, /** @type {LiveEvent} */ retract) =>
  paid.platform === retract.platform &&
  paid.room === retract.room &&
  (retract.ids?.includes(paid.id ?? "") ?? false);

const sameRoom = (/** @type {LiveEvent} */ a, /** @type {LiveEvent} */ b) =>
  a.platform === b.platform && a.room === b.room;

const sameLottery = (/** @type {LiveEvent} */ a, /** @type {LiveEvent} */ b) =>
  sameRoom(a, b) && a.name === b.name;

/** With the newest one in place of the same's last. A side that is not told this time stays. */
function latest(
  /** @type {LiveEvent[]} */ list,
  /** @type {LiveEvent} */ event,
  /** @type {(a: LiveEvent, b: LiveEvent) => boolean} */ same,
) {
  const before = list.find((each) => same(each, event));
  const now = before && !event.sides?.length ? { ...before, ...event, sides: before.sides } : event;
  return [now, ...list.filter((each) => each !== before)].slice(0, CONTESTS);
}

/** The running minute as if it were whole, once a quarter of it is over. */
function running(/** @type {number[]} */ rows, /** @type {number | undefined} */ now) {
  if (rows.length === 0 || !now) return rows;
  const share = (now % 60_000) / 60_000;
  const last = rows[rows.length - 1];
  if (share < 0.25) return rows.length > 1 ? rows.slice(0, -1) : rows;
  return [...rows.slice(0, -1), Math.round(last / share)];
}

/** The yuan before others. */
const best = (/** @type {string[]} */ currencies) =>
  currencies.includes("CNY") ? "CNY" : currencies[0];

customElements.define("hub-dashboard", Dashboard);
document.title = t("name");
render(html`<hub-top-bar current="/"></hub-top-bar><hub-dashboard></hub-dashboard>`, document.body);
