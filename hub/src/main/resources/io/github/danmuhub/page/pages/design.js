// Each component in each of its states, for who works on the pages. Nothing here is of a room.

import { css, html, render } from "lit";
import { Messages } from "../client/messages.js";
import { TIERS } from "../client/money.js";
import { count, t } from "../client/words.js";
import { ask } from "../components/ask.js";
import { HubElement } from "../components/element.js";
import { messageRow } from "../components/message-row.js";
import { messageStyles } from "../components/message-styles.js";
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

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const NOW = Date.now();
const MINUTE = Math.floor(NOW / 60_000);
const COLOURS = [
  ["--ink", "--bg"],
  ["--ink", "--surface"],
  ["--soft", "--surface"],
  ["--soft", "--bg"],
  ["--accent", "--surface"],
  ["--on-accent", "--accent"],
  ["--ink", "--accent-soft"],
  ["--warn", "--warn-soft"],
  ["--bad", "--bad-soft"],
  ["--money", "--money-soft"],
  ["--new", "--new-soft"],
  ["--on-stop", "--stop"],
];

const user = (/** @type {string} */ name, more = {}) => ({ id: name, name, ...more });

/** @param {Partial<LiveEvent>} more @returns {LiveEvent} */
const event = (/** @type {string} */ type, more) => ({
  v: 1,
  type,
  platform: "bilibili",
  room: "545068",
  id: JSON.stringify(more).length + type,
  received: new Date(NOW).toISOString(),
  ...more,
});

const yuan = (/** @type {number} */ n) => ({ milli: n * 1_000, currency: "CNY" });
const WALL = "很长的一句话，".repeat(60);

const LINES = [
  event("chat", { user: user("点赞侠", { badge: { name: "云逗猫", level: 14 } }), text: "逗猫棒快一点" }),
  event("chat", { user: user("云逗猫主播", { roles: ["anchor"] }), text: "来了来了" }),
  event("chat", { user: user("房管小王", { roles: ["moderator"] }), text: "文明发言" }),
  event("chat", { user: user("第一次来"), text: "第一次看到逗猫棒自己动" }),
  event("chat", { user: user("Zoë"), text: "哈哈哈哈", repeated: 12 }),
  event("chat", { user: user("撤回的人"), text: "taken back", taken: true }),
  event("chat", { user: user("عمر"), text: "مرحبا من بعيد 123" }),
  event("chat", { user: user("墙"), text: WALL }),
  event("gift", { user: user("小明"), gift: { id: "1", name: "小心心" }, count: 66, value: yuan(6.6) }),
  event("super_chat", { user: user("半夜小熊"), text: "主播生日快乐！", value: yuan(1_000), seconds: 60 }),
  event("membership", { user: user("阿橘"), name: "舰长", months: 1, kind: "new", value: yuan(138) }),
  event("enter", { user: user("无敌小橘猫") }),
  event("follow", { user: user("会飞的布丁") }),
  event("like", { user: user("会飞的布丁"), count: 12 }),
  event("broadcast", { state: "live" }),
  event("moderation", { action: "mute", target: user("刷屏的") }),
  event("lottery", { phase: "award", name: "猫粮", count: 2, winners: [user("爱吃老王")] }),
  event("battle", {
    state: "progress",
    sides: [
      { name: "云逗猫主播", score: 1_200 },
      { name: "隔壁主播", score: 900 },
    ],
    ends: new Date(NOW + 150_000).toISOString(),
  }),
  event("gap", {
    from: new Date(NOW - 252_000).toISOString(),
    to: new Date(NOW).toISOString(),
    why: "connection lost",
  }),
  event("gap", { platform: undefined, missed: 12 }),
];

const health = { frames: 1, events: 1, unknown: 0, malformed: 0, dropped: 0, reconnects: 0 };
const ROOMS = ["live", "silent", "resolving", "waiting", "failed", "ended"].map((state, i) => ({
  key: `bilibili:${i}`,
  platform: "bilibili",
  room: String(i),
  state,
  title: i === 1 ? "很长的直播间标题".repeat(5) : `云逗猫 ${i}`,
  health: { ...health, last_frame_ms: 400 * (i + 1) ** 3, round_trip_ms: 38, reconnects: i },
}));
const NEWS = new Map([
  [
    "bilibili:3",
    event("connection", { next_in_ms: 12_000, attempt: 3, detail: "the server closed the connection" }),
  ],
]);

const FIGURES = {
  now: NOW,
  minute: MINUTE - 59,
  chats: 12_408,
  speakers: 1_936,
  rows: { chats: wave(60, 120), income: { CNY: wave(60, 40) } },
  gaps: [{ room: "bilibili:0", from: NOW - 1_500_000, to: NOW - 1_260_000, why: "connection lost" }],
  rooms: {
    "bilibili:0": {
      rate: 128,
      chats: 12_408,
      speakers: 1_936,
      income: { CNY: 1_284_500, "douyin:diamond": 99_000_000 },
      online: 31_000,
      watched: 87_000,
      likes: 1_234_567,
    },
  },
};

const PAID = TIERS.map((each, i) =>
  event("super_chat", {
    id: `paid${i}`,
    user: user(i === 1 ? "很长的名字".repeat(8) : "半夜小熊"),
    text: i === 2 ? WALL : "主播生日快乐！猫猫今晚加餐吗",
    value: yuan(Math.max(30, each.least)),
    seconds: each.seconds,
    time: new Date(NOW - 20_000 * i).toISOString(),
  }),
);

const PLACES = ["半夜小熊", "很长的名字".repeat(8), "小明"].map((name, i) => ({
  name,
  room: "bilibili:1",
  sum: 1_000 / (i + 1),
  words: count(1_000 / (i + 1)),
}));

const TOLD = {
  devices: {
    devices: [
      { name: "laser", state: "disarmed", why: "" },
      { name: "ball", state: "armed", why: "" },
      { name: "wand", state: "stopped", why: "a person", confirmed: false },
    ],
  },
  votes: {
    votes: [
      {
        vote: "玩具",
        open: true,
        left_ms: 6_000,
        voters: 74,
        options: [
          { option: "激光笔", value: "laser", count: 41 },
          { option: "逗猫棒", value: "wand", count: 25 },
        ],
      },
    ],
  },
  rules: {
    text: "version: 1\nrules:\n  - id: hello\n    on: chat\n    whem: {text: hello}\n    do: {say: hello}\n",
    faults: [{ line: 5, column: 5, why: "unknown key 'whem': did you mean 'when'?" }],
    rules: [
      { id: "hello", running: true, waiting: 2, cooldown_ms: 0, dry_run: false },
      { id: "激光笔", running: false, waiting: 0, cooldown_ms: 8_000, dry_run: true },
      { id: "wand", running: false, waiting: 0, cooldown_ms: 0, dry_run: false },
    ],
  },
  decisions: {
    decisions: ["done", "fired", "cooldown", "disarmed", "error"].map((verdict) => ({
      verdict,
      rule: "hello",
      at: new Date(NOW).toISOString(),
      why: verdict === "cooldown" ? "the rule" : "",
      remaining_ms: verdict === "cooldown" ? 4_000 : 0,
      user: "小明",
    })),
  },
};

const RECORDINGS = {
  may_start: true,
  recordings: [
  { name: "2026-11-30 20:00", state: "running", since: NOW - 3_600_000, bytes: 32_000_000, events: 120_400, lost: 0 },
  { name: "2026-11-29 20:00", state: "ended", since: NOW, bytes: 812, events: 12, lost: 4 },
  ],
};

/** Something that goes up and down. */
function wave(/** @type {number} */ length, /** @type {number} */ height) {
  return Array.from({ length }, (_, i) => Math.round(height * (1.2 + Math.sin(i / 7) + Math.cos(i / 3) / 3)));
}

function filled() {
  const messages = new Messages();
  messages.add(structuredClone(LINES));
  return messages;
}

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
          <hub-line-strip .feed=${{ state: "refused", why: "a valid token is needed" }}></hub-line-strip>`,
      )}
      ${part(
        "figures.js",
        html`<hub-figures .figures=${FIGURES}></hub-figures><br /><hub-figures></hub-figures>`,
      )}
      ${part(
        "chart.js",
        html`<div class="many">
          ${panel(chart(FIGURES.rows.chats, "line"))}${panel(chart(FIGURES.rows.income.CNY, "bars"))}
          ${panel(chart([12], "line"))}
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
          <hub-chat .messages=${filled()}></hub-chat><hub-chat .messages=${new Messages()}></hub-chat>
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
  html`<div class="colour" .style=${`color:var(${ink});background:var(${ground})`}>
    ${ink.slice(2)}<br /><span class="small">${ground.slice(2)}</span>
  </div>`;

customElements.define("hub-design", Design);
document.title = t("design.title");
render(html`<hub-top-bar current="/design"></hub-top-bar><hub-design></hub-design>`, document.body);
