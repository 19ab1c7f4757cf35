// The dashboard: hears the hub, and hands what it hears to the components.

import { html, nothing, render } from "lit";
import { get, Refusal } from "../client/api.js";
import { best, isTaken, latest, running, sameLottery, sameRoom } from "../client/board.js";
import { Feed } from "../client/feed.js";
import { followMarks } from "../client/marks.js";
import { Messages } from "../client/messages.js";
import { olderThan } from "../client/older.js";
import { earlierPaid, withPaid } from "../client/paid.js";
import { doors } from "../client/rules.js";
import { amount, count, figure, t } from "../client/words.js";
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
import "../components/rules.js";
import "../components/sign-in.js";
import "../components/super-chats.js";
import "../components/top-bar.js";
import "../components/top-list.js";
import "../components/welcome.js";
import { dashboardStyles } from "./dashboard-styles.js";
import { addRoom, record, removeRoom, show, simulate, tick } from "./deeds.js";
import { Desk } from "./desk.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */
/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */

const ASK_MS = 2_000;
const BACK = 600;

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
    currency: { state: true },
    signIn: { state: true },
    now: { state: true },
  };

  static styles = dashboardStyles;

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
    this.desk = new Desk(this);
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
    this.desk.follow();
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
    const asked = [
      get(`/api/figures${room}`).then((figures) => this.#counted(figures)),
      doors.has("recordings") ? this.#askRecordings() : Promise.resolve(),
      this.desk.ask(),
    ];
    await Promise.all(asked.map((each) => each.catch(quiet)));
  }

  async #askRecordings() {
    this.recordings = await get("/api/recordings");
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
        ? html`<hub-welcome .simulates=${doors.has("demo")} @hub-add=${this.#add} @hub-simulate=${this.#simulate}></hub-welcome>
            ${doors.has("devices") ? html`<hub-interaction class="alone" .told=${this.desk.told}></hub-interaction>` : nothing}`
        : this.#board(this.rooms)}
    `;
  }

  #board(/** @type {RoomStatus[]} */ rooms) {
    return html`
      <main
        @hub-add=${this.#add}
        @hub-remove=${this.#remove}
        @hub-select=${this.#select}
        @hub-read=${(/** @type {CustomEvent} */ event) => tick(event.detail)}
        @hub-feature=${(/** @type {CustomEvent} */ event) => show(event.detail)}
        @hub-clear=${this.#clear}
        @hub-record=${this.#record}
      >
        <div class="main stack">
          <hub-figures .figures=${this.figures} room=${this.selected}></hub-figures>
          ${this.#charts()}
          <hub-super-chats .paid=${this.#paidHere()} .read=${this.read} .now=${this.now}></hub-super-chats>
          ${this.#tops()}
          ${doors.has("rules") ? html`<hub-rules .told=${this.desk.told} room=${rooms[0]?.key ?? ""}></hub-rules>` : nothing}
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
          <hub-interaction .told=${this.desk.told}></hub-interaction>
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
    const refused = await addRoom(room);
    if (!refused) await this.#askRooms();
    done(refused);
  }

  async #remove(/** @type {CustomEvent<RoomStatus>} */ event) {
    if (await removeRoom(event.detail)) {
      this.selected = "";
      this.#askRooms();
    }
  }

  async #record(/** @type {CustomEvent<string>} */ event) {
    this.recordings = (await record(event.detail)) ?? this.recordings;
  }

  async #simulate() {
    await simulate();
    this.#askRooms();
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

}

const quiet = () => undefined;

customElements.define("hub-dashboard", Dashboard);
document.title = t("name");
render(html`<hub-top-bar current="/"></hub-top-bar><hub-dashboard></hub-dashboard>`, document.body);
