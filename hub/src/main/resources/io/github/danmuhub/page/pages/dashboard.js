// The dashboard: hands what it hears and what it asks for to the components, and what a person
// wants to the hub.

import { html, nothing, render } from "lit";
import { doors } from "../client/rules.js";
import { t } from "../client/words.js";
import { HubElement } from "../components/element.js";
import { toast } from "../components/toast.js";
import "../components/charts.js";
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
import "../components/tops.js";
import "../components/welcome.js";
import { Asking } from "./asking.js";
import { dashboardStyles } from "./dashboard-styles.js";
import { addRoom, record, removeRoom, show, simulate, tick } from "./deeds.js";
import { Desk } from "./desk.js";
import { Hearing } from "./hearing.js";

/** @typedef {import("../client/types.js").RoomStatus} RoomStatus */

class Dashboard extends HubElement {
  static properties = { selected: { state: true }, currency: { state: true } };

  static styles = dashboardStyles;

  constructor() {
    super();
    /** The room that is shown alone; "" for all. */
    this.selected = "";
    /** The one that was chosen; "" for the best. */
    this.currency = "";
    this.heard = new Hearing(this, () => this.#chat?.list);
    this.asked = new Asking(this);
    this.desk = new Desk(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  async #begin() {
    if (!(await this.asked.askRooms())) return;
    this.heard.follow();
    this.desk.follow();
    this.asked.askOthers();
    this.desk.ask();
    this.asked.follow(
      () => this.heard.state.state === "live",
      () => this.desk.ask(),
    );
  }

  get #chat() {
    return /** @type {any} */ (this.renderRoot.querySelector("hub-chat"));
  }

  render() {
    const { rooms, signIn } = this.asked;
    if (signIn) return html`<hub-sign-in></hub-sign-in>`;
    if (!rooms) return nothing;
    const isNew = rooms.length === 0 && this.heard.messages.all.length === 0;
    return html`
      <hub-line-strip .feed=${this.heard.state}></hub-line-strip>
      ${isNew ? this.#welcome() : this.#board(rooms)}
    `;
  }

  #welcome() {
    return html`
      <hub-welcome .simulates=${doors.has("demo")} @hub-add=${this.#add} @hub-simulate=${this.#simulate}></hub-welcome>
      ${this.desk.told.devices?.devices?.length
        ? html`<hub-interaction class="alone" .told=${this.desk.told}></hub-interaction>`
        : nothing}
    `;
  }

  #board(/** @type {RoomStatus[]} */ rooms) {
    const marksRooms = rooms.length > 1 && !this.selected;
    return html`
      <main
        @hub-add=${this.#add}
        @hub-remove=${this.#remove}
        @hub-select=${this.#select}
        @hub-currency=${(/** @type {CustomEvent} */ event) => (this.currency = event.detail)}
        @hub-read=${(/** @type {CustomEvent} */ event) => tick(event.detail)}
        @hub-feature=${(/** @type {CustomEvent} */ event) => show(event.detail)}
        @hub-clear=${this.#clear}
        @hub-older=${() => this.heard.readOlder()}
        @hub-record=${this.#record}
      >
        ${this.#middle(rooms, marksRooms)}
        <hub-chat
          .messages=${this.heard.messages}
          .read=${this.heard.read}
          .firsts=${this.asked.firsts}
          room=${this.selected}
          .marksRooms=${marksRooms}
        ></hub-chat>
        ${this.#side(rooms)}
      </main>
    `;
  }

  #middle(/** @type {RoomStatus[]} */ rooms, /** @type {boolean} */ marksRooms) {
    const { figures, now } = this.asked;
    const { heard } = this;
    return html`<div class="main stack">
      <hub-figures .figures=${figures} room=${this.selected}></hub-figures>
      <hub-charts .figures=${figures} currency=${this.currency}></hub-charts>
      <hub-super-chats .paid=${heard.paidIn(this.selected)} .read=${heard.read} .now=${now}></hub-super-chats>
      <hub-tops .figures=${figures} currency=${this.currency} .marksRooms=${marksRooms}></hub-tops>
      ${doors.has("rules")
        ? html`<hub-rules .told=${this.desk.told} room=${rooms[0]?.key ?? ""}></hub-rules>`
        : nothing}
    </div>`;
  }

  #side(/** @type {RoomStatus[]} */ rooms) {
    const { figures, now, recordings } = this.asked;
    const { battles, lotteries, news } = this.heard;
    return html`<div class="side stack">
      <hub-room-list
        .rooms=${rooms}
        .figures=${figures}
        .news=${news}
        .now=${now}
        selected=${this.selected}
      ></hub-room-list>
      <hub-interaction .told=${this.desk.told}></hub-interaction>
      ${battles.length + lotteries.length > 0
        ? html`<hub-contests .battles=${battles} .lotteries=${lotteries} .now=${now}></hub-contests>`
        : nothing}
      ${recordings ? html`<hub-recordings .told=${recordings}></hub-recordings>` : nothing}
    </div>`;
  }

  #select(/** @type {CustomEvent<string>} */ event) {
    this.selected = event.detail;
    this.asked.askOthers();
  }

  async #add(/** @type {CustomEvent<{room: string, done: (refused: string) => void}>} */ event) {
    const { room, done } = event.detail;
    const refused = await addRoom(room);
    if (!refused) await this.asked.askRooms();
    done(refused);
  }

  async #remove(/** @type {CustomEvent<RoomStatus>} */ event) {
    if (await removeRoom(event.detail)) {
      this.selected = "";
      this.asked.askRooms();
    }
  }

  async #record(/** @type {CustomEvent<string>} */ event) {
    this.asked.recordings = (await record(event.detail)) ?? this.asked.recordings;
    this.requestUpdate();
  }

  async #simulate() {
    await simulate();
    this.asked.askRooms();
  }

  /** The list is emptied; what was in it is kept for whoever did not mean it. */
  #clear() {
    const back = this.heard.clear();
    this.#chat?.refilter();
    toast(t("chat.cleared"), {
      back: () => {
        back();
        this.#chat?.refilter();
      },
    });
  }
}

customElements.define("hub-dashboard", Dashboard);
document.title = t("name");
render(html`<hub-top-bar current="/"></hub-top-bar><hub-dashboard></hub-dashboard>`, document.body);
