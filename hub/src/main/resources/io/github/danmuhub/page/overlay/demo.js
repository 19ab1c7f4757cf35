// Invented events, to look at an overlay without a room.

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const NAMES = ["点赞侠", "半夜小熊", "Zoë", "小明", "无敌小橘猫", "会飞的布丁", "沉默的企鹅"];
const TEXTS = ["逗猫棒快一点", "猫猫好可爱", "激光笔！左边一点", "哈哈哈哈", "第一次来，关注了", "主播晚上好"];
const PACE_MS = 900;

/** Two or so a second, for ever. */
export function demo(/** @type {(events: LiveEvent[]) => void} */ show) {
  let n = 0;
  const say = () => {
    show([invent(n++)]);
    setTimeout(say, PACE_MS * (0.4 + Math.random()));
  };
  for (let i = 0; i < 6; i++) show([invent(n++)]);
  say();
}

const any = (/** @type {string[]} */ list) => list[Math.floor(Math.random() * list.length)];

/** @returns {LiveEvent} */
function invent(/** @type {number} */ n) {
  const name = any(NAMES);
  const common = {
    v: /** @type {const} */ (1),
    platform: n % 4 === 3 ? "douyin" : "bilibili",
    room: "demo",
    id: `demo${n}`,
    received: new Date().toISOString(),
    user: {
      id: name,
      name,
      level: 20,
      badge: n % 2 ? { name: "云逗猫", level: 7 + (n % 20) } : undefined,
      roles: n % 11 === 5 ? ["moderator"] : [],
    },
  };
  if (n % 13 === 4) {
    const yuan = [30, 50, 100, 500, 1_000, 2_000][(n / 13) % 6 | 0];
    const value = { milli: yuan * 1_000, currency: "CNY" };
    return { ...common, type: "super_chat", text: "主播生日快乐！猫猫今晚加餐吗", value, seconds: 60 };
  }
  if (n % 7 === 3) {
    const value = { milli: 6_600, currency: "CNY" };
    return { ...common, type: "gift", gift: { id: "1", name: "小心心" }, count: 66, value };
  }
  if (n % 29 === 12) {
    const value = { milli: 138_000, currency: "CNY" };
    return { ...common, type: "membership", name: "舰长", tier: "3", months: 1, kind: "new", value };
  }
  return { ...common, type: "chat", text: any(TEXTS) };
}
