// What the page of components shows them with: each kind of line, each state of a room. Nothing here
// is of a room.

import { Messages } from "../client/messages.js";
import { TIERS } from "../client/money.js";
import { count } from "../client/words.js";

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

export const NOW = Date.now();
export const MINUTE = Math.floor(NOW / 60_000);
export const COLOURS = [
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

export const LINES = [
  event("chat", { user: user("点赞侠", { badge: { name: "云逗猫", level: 14 } }), text: "逗猫棒快一点" }),
  event("chat", { user: user("云逗猫主播", { roles: ["anchor"] }), text: "来了来了" }),
  event("chat", { user: user("房管小王", { roles: ["moderator"] }), text: "文明发言" }),
  event("chat", { user: user("第一次来"), text: "第一次看到逗猫棒自己动" }),
  event("chat", { user: user("Zoë"), text: "哈哈哈哈", repeated: 12 }),
  event("chat", { user: user("撤回的人"), text: "说错了", taken: true }),
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
export const ROOMS = ["live", "silent", "resolving", "waiting", "failed", "ended"].map((state, i) => ({
  key: `bilibili:${i}`,
  platform: "bilibili",
  room: String(i),
  state,
  title: i === 1 ? "很长的直播间标题".repeat(5) : `云逗猫 ${i}`,
  health: { ...health, last_frame_ms: 400 * (i + 1) ** 3, round_trip_ms: 38, reconnects: i },
}));
export const NEWS = new Map([
  [
    "bilibili:3",
    event("connection", {
      next_in_ms: 12_000,
      attempt: 3,
      code: 1006,
      detail: "the server closed the connection",
    }),
  ],
]);

export const FIGURES = {
  now: NOW,
  minute: MINUTE - 59,
  chats: 12_408,
  speakers: 1_936,
  rows: { chats: wave(60, 120), income: { CNY: wave(60, 40_000), "douyin:diamond": wave(60, 900_000) } },
  top_speakers: ["半夜小熊", "小明"].map((name, i) => ({ name, room: "bilibili:0", count: 96 - 40 * i })),
  top_givers: [{ name: "半夜小熊", room: "bilibili:0", milli: 1_000_000, currency: "CNY" }],
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

export const PAID = TIERS.map((each, i) =>
  event("super_chat", {
    id: `paid${i}`,
    user: user(i === 1 ? "很长的名字".repeat(8) : "半夜小熊"),
    text: i === 2 ? WALL : "主播生日快乐！猫猫今晚加餐吗",
    value: yuan(Math.max(30, each.least)),
    seconds: each.seconds,
    time: new Date(NOW - 20_000 * i).toISOString(),
  }),
);

export const PLACES = ["半夜小熊", "很长的名字".repeat(8), "小明"].map((name, i) => ({
  name,
  room: "bilibili:1",
  sum: 1_000 / (i + 1),
  words: count(1_000 / (i + 1)),
}));

export const TOLD = {
  devices: {
    devices: [
      { name: "laser", state: "disarmed", why: "" },
      { name: "ball", state: "armed", why: "" },
      {
        name: "wand",
        state: "stopped",
        why: "stopped by a person",
        told: ["gate.stopped", ["gate.person"]],
        confirmed: false,
      },
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
    faults: [
      {
        line: 5,
        column: 5,
        why: "unknown 'whem': use one of when",
        told: ["yaml.unknown", "whem", "“when”"],
      },
    ],
    rules: [
      { id: "问好", running: true, waiting: 2, cooldown_ms: 0, dry_run: false },
      { id: "激光笔", running: false, waiting: 0, cooldown_ms: 8_000, dry_run: true },
      { id: "逗猫棒", running: false, waiting: 0, cooldown_ms: 0, dry_run: false },
    ],
  },
  decisions: {
    decisions: ["done", "fired", "cooldown", "disarmed", "error"].map((verdict) => ({
      verdict,
      rule: "问好",
      at: new Date(NOW).toISOString(),
      why: verdict === "cooldown" ? "the rule" : "",
      told: verdict === "cooldown" ? ["decided.rule"] : undefined,
      remaining_ms: verdict === "cooldown" ? 4_000 : 0,
      user: "小明",
    })),
  },
};

export const RECORDINGS = {
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

/** A window of all kinds of lines. */
export function filled() {
  const messages = new Messages();
  messages.add(structuredClone(LINES));
  return messages;
}
