// Each component in each of its states, for who works on the pages. Nothing here is of a room.

import { css, html, render } from "lit";
import { nameOf } from "../client/events.js";
import { Messages } from "../client/messages.js";
import { count, t, told } from "../client/words.js";
import { ask } from "../components/ask.js";
import { HubElement } from "../components/element.js";
import { messageRow } from "../components/message-row.js";
import { messageStyles } from "../components/message-styles.js";
import { toast } from "../components/toast.js";
import "../components/chart.js";
import "../components/charts.js";
import "../components/chat.js";
import "../components/contests.js";
import "../components/copy-field.js";
import "../components/figures.js";
import "../components/interaction.js";
import "../components/line-strip.js";
import "../components/look-choice.js";
import "../components/option-field.js";
import "../components/overlay-address.js";
import "../components/overlay-import.js";
import "../components/overlay-preview.js";
import "../components/recordings.js";
import "../components/room-list.js";
import "../components/rules.js";
import "../components/sign-in.js";
import "../components/super-chats.js";
import "../components/top-bar.js";
import "../components/tops.js";
import "../components/top-list.js";
import "../components/welcome.js";
import { OPTIONS } from "../overlay/options.js";
import {
  COLOURS,
  FIGURES,
  filled,
  LINES,
  MINUTE,
  NEWS,
  NOW,
  PAID,
  PLACES,
  RECORDINGS,
  ROOMS,
  TOLD,
} from "./design-samples.js";

/** What was given, and ticked. */
const READ = new Set(LINES.filter((line) => line.type === "gift").map(nameOf));

/** One of each kind. */
const CONTROLS = ["size", "enter", "colour", "pin", "avatars", "badges"].flatMap(
  (name) => OPTIONS.find((option) => option.name === name) ?? [],
);

class Design extends HubElement {
  static styles = [
    messageStyles,
    css`
      main {
        display: grid;
        gap: var(--s5);
        padding: var(--s5);
        max-width: 1680px;
        margin: auto;
        grid-template-columns: minmax(0, 1fr);
      }
      h1 {
        margin: 0;
        font-size: 22px;
      }
      h2 {
        margin: 0 0 var(--s3);
        font-size: var(--title);
      }
      .many {
        display: grid;
        gap: var(--s4);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        align-items: start;
      }
      .row-of {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
      }
      .colour {
        padding: var(--s3);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        min-width: 150px;
      }
      .box {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: var(--s2) 0;
      }
      .spread {
        --between: var(--s4);
        display: grid;
        gap: var(--between);
      }
      .fields {
        display: grid;
        gap: var(--s3);
        padding: var(--s4);
      }
      hub-chat {
        height: 420px;
      }
      hub-sign-in,
      hub-welcome {
        min-height: 0;
      }
      @media (max-width: 720px) {
        main {
          padding: var(--s3);
        }
      }
    `,
  ];

  render() {
    return html`<main>
      <h1>${t("design.title")}</h1>
      ${part("tokens.css", html`<div class="row-of">${COLOURS.map(colour)}</div>`)}
      ${part(
        "element.js",
        html`<div class="row-of">
          <button>${t("rooms.remove")}</button>
          <button class="go">${t("rooms.add")}</button>
          <button class="plain">${t("chat.clear")}</button>
          <button aria-pressed="true">${t("chat.kind.gift")}</button>
          <button disabled>${t("rooms.add")}</button>
          <input placeholder=${t("rooms.paste")} aria-label=${t("rooms.paste")} />
          <select aria-label=${t("charts.currency")}>
            <option>${t("coin.CNY")}</option>
          </select>
          <button id="ask" @click=${() => ask(t("rooms.ask", "云逗猫"), t("rooms.remove"))}>ask.js</button>
          <button id="toast" @click=${() => toast(t("chat.cleared"), { back: () => undefined })}>
            toast.js
          </button>
        </div>`,
      )}
      ${part(
        "line-strip.js",
        html`<hub-line-strip .feed=${{ state: "away" }}></hub-line-strip>
          <hub-line-strip .feed=${{ state: "refused", why: told(["problem.token", "a valid token is needed"]) }}></hub-line-strip>`,
      )}
      ${part(
        "figures.js",
        html`<hub-figures .figures=${FIGURES}></hub-figures><br /><hub-figures></hub-figures>`,
      )}
      ${part(
        "chart.js",
        html`<div class="many">
          ${panel(chart(FIGURES.rows.chats, "line"))}${panel(chart(FIGURES.rows.chats, "bars"))}
          ${panel(chart([12], "line"))}
        </div>`,
      )}
      ${part(
        "charts.js · tops.js",
        html`<div class="spread">
          <hub-charts .figures=${FIGURES}></hub-charts>
          <hub-tops .figures=${FIGURES}></hub-tops>
        </div>`,
      )}
      ${part(
        "message-row.js",
        html`<div class="box">
          ${LINES.map((line, i) => messageRow(line, { marksRoom: i % 2 === 0, isFirst: i === 3 }))}
        </div>`,
      )}
      ${part(
        "chat.js",
        html`<div class="many">
          <hub-chat .messages=${filled()} .read=${READ}></hub-chat><hub-chat .messages=${new Messages()}></hub-chat>
        </div>`,
      )}
      ${part(
        "super-chats.js",
        html`<hub-super-chats
            .paid=${PAID}
            .read=${new Set(["bilibili:545068/paid3"])}
            .now=${NOW}
          ></hub-super-chats
          ><br /><hub-super-chats></hub-super-chats>`,
      )}
      ${part(
        "room-list.js · top-list.js · contests.js · interaction.js · rules.js · rule-text.js · rule-try.js · decisions.js · recordings.js",
        html`<div class="many">
          <hub-room-list
            .rooms=${ROOMS}
            .figures=${FIGURES}
            .news=${NEWS}
            .now=${NOW}
            selected="bilibili:0"
          ></hub-room-list>
          <hub-top-list heading=${t("top.givers")} .places=${PLACES} .marksRooms=${true}></hub-top-list>
          <hub-top-list heading=${t("top.speakers")}></hub-top-list>
          <hub-contests
            .battles=${LINES.filter((line) => line.type === "battle")}
            .lotteries=${LINES.filter((line) => line.type === "lottery")}
            .now=${NOW}
          ></hub-contests>
          <hub-interaction .told=${TOLD}></hub-interaction>
          <hub-interaction></hub-interaction>
          <hub-rules .told=${TOLD}></hub-rules>
          <hub-rule-try></hub-rule-try>
          <hub-decisions .decisions=${TOLD.decisions.decisions}></hub-decisions>
          <hub-recordings .told=${RECORDINGS}></hub-recordings>
        </div>`,
      )}
      ${part(
        "look-choice.js · option-field.js · overlay-preview.js · overlay-address.js · overlay-import.js · copy-field.js",
        html`<div class="many">
          <hub-look-choice value="card"></hub-look-choice>
          ${panel(
            html`<div class="fields">
              ${CONTROLS.map(
                (option) => html`<hub-option-field .option=${option} value=${option.normal}></hub-option-field>`,
              )}
            </div>`,
          )}
          <hub-overlay-preview src="/overlay/ticker?demo=1"></hub-overlay-preview>
          <hub-overlay-address path="/overlay/chat?look=card" size="480 × 800"></hub-overlay-address>
          <hub-overlay-import></hub-overlay-import>
          <hub-copy-field label=${t("overlay.short")} value="http://127.0.0.1:7077/o/k3f9abc"></hub-copy-field>
        </div>`,
      )}
      ${part("sign-in.js", html`<div inert><hub-sign-in></hub-sign-in></div>`)}
      ${part("welcome.js", html`<div inert><hub-welcome .simulates=${true}></hub-welcome></div>`)}
    </main>`;
  }
}

const part = (/** @type {string} */ name, /** @type {unknown} */ body) =>
  html`<section><h2>${name}</h2>${body}</section>`;

const panel = (/** @type {unknown} */ body) =>
  html`<hub-panel heading=${t("charts.rate")} note="20:00 – 21:00">${body}</hub-panel>`;

const chart = (/** @type {number[]} */ rows, /** @type {string} */ form) => html`<hub-chart
  label=${t("charts.rate")}
  form=${form}
  .rows=${rows}
  .start=${MINUTE - rows.length + 1}
  .gaps=${FIGURES.gaps}
  .words=${count}
></hub-chart>`;

const colour = (/** @type {string[]} */ [ink, ground]) =>
  html`<div class="colour" translate="no" .style=${`color:var(${ink});background:var(${ground})`}>
    ${ink.slice(2)}<br /><span class="small">${ground.slice(2)}</span>
  </div>`;

customElements.define("hub-design", Design);
document.title = t("design.title");
render(html`<hub-top-bar current="/design"></hub-top-bar><hub-design></hub-design>`, document.body);
