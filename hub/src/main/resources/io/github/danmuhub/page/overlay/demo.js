// Invented events, to look at an overlay without a room.

/** @typedef {import("../client/types.js").LiveEvent} LiveEvent */

const NAMES = ["点赞侠", "半夜小熊", "Zoë", "小明", "无敌小橘猫", "会飞的布丁", "沉默的企鹅"];
const TEXTS = ["逗猫棒快一点", "猫猫好可爱", "激光笔！左边一点", "哈哈哈哈", "第一次来，关注了", "主播晚上好"];
const PAID = ["主播生日快乐！猫猫今晚加餐吗", "支持你，加油", "第一次看到逗猫棒自己动，太厉害了"];
const YUAN = [30, 100, 50, 1_000, 500, 2_000];
const BATTLE_MS = 180_000;
const PACE_MS = 900;
const AT_ONCE = 6;
const WINDOW_MS = 9_000;
const PAUSE_MS = 4_500;

/**
 * Two or so a second, for ever.
 *
 * @param {(events: LiveEvent[]) => void} show
 * @param {string[]} [types] only these
 */
export function demo(show, types) {
  let n = 0;
  const next = () => {
    for (;;) {
      const event = invent(n++);
      if (types === undefined || types.includes(event.type)) return event;
    }
  };
  const say = () => {
    show([next()]);
    setTimeout(say, PACE_MS * (0.4 + Math.random()));
  };
  show(Array.from({ length: AT_ONCE }, next));
  say();
}

const nth = (/** @type {string[]} */ list, /** @type {number} */ n) => list[(n * 5) % list.length];
const cny = (/** @type {number} */ yuan) => ({ milli: yuan * 1_000, currency: "CNY" });

/** @returns {LiveEvent} */
function invent(/** @type {number} */ n) {
  const common = {
    v: /** @type {const} */ (1),
    platform: n % 4 === 3 ? "douyin" : "bilibili",
    room: "demo",
    id: `demo${n}`,
    received: new Date().toISOString(),
    user: person(n),
  };
  if (n % 17 === 2) return { ...common, ...battle(n) };
  if (n % 13 === 4) {
    const k = Math.floor(n / 13);
    const seconds = 40 + 20 * (k % 5);
    return { ...common, type: "super_chat", text: nth(PAID, k), value: cny(YUAN[k % 6]), seconds };
  }
  if (n % 7 === 3) {
    const gift = { id: "1", name: "小心心" };
    return { ...common, type: "gift", gift, count: 66, value: cny(6.6) };
  }
  if (n % 29 === 12) {
    return { ...common, type: "membership", name: "舰长", tier: "3", months: 1, kind: "new", value: cny(138) };
  }
  return { ...common, type: "chat", text: nth(TEXTS, n) };
}

function person(/** @type {number} */ n) {
  const name = nth(NAMES, n + Math.floor(n / 7));
  return {
    id: name,
    name,
    level: 20,
    badge: n % 2 ? { name: "云逗猫", level: 7 + (n % 20) } : undefined,
    roles: n % 11 === 5 ? ["moderator"] : [],
  };
}

let ends = Date.now() + BATTLE_MS;

/** One that is won in the end, and begins again. */
function battle(/** @type {number} */ n) {
  const isOver = ends < Date.now();
  if (isOver) ends = Date.now() + BATTLE_MS;
  const sides = [
    { name: "云逗猫主播", score: 1_200 + n * 37 },
    { name: "隔壁主播", score: 900 + n * 29 },
  ];
  return { type: "battle", state: isOver ? "end" : "progress", sides, ends: new Date(ends).toISOString() };
}

/** A vote that runs and ends, for ever. */
export function demoVote(/** @type {(vote: import("../client/rules.js").Vote) => void} */ hear) {
  const names = ["小球", "激光笔", "逗猫棒"];
  let counts = [0, 0, 0];
  let left = WINDOW_MS;
  setInterval(() => {
    left = left > -PAUSE_MS ? left - PACE_MS / 2 : WINDOW_MS;
    if (left === WINDOW_MS) counts = [0, 0, 0];
    if (left > 0) counts[Math.floor(Math.random() * 3)]++;
    const voters = counts.reduce((sum, each) => sum + each, 0);
    const options = names.map((option, i) => ({ option, value: option, count: counts[i] }));
    const winner = left > 0 ? undefined : names[counts.indexOf(Math.max(...counts))];
    const open = left > 0;
    hear({ vote: "demo", open, left_ms: left, window_ms: WINDOW_MS, voters, total: voters, winner, options });
  }, PACE_MS / 2);
}

/** A text every few seconds, each time with another effect. */
export function demoShow(/** @type {(show: import("../client/rules.js").Show) => void} */ show) {
  const effects = ["confetti", "hearts", "snow", "flash", "shake"];
  let n = 0;
  const next = () => show({ text: `感谢 ${nth(NAMES, n)} 的小心心 ×66`, effect: effects[n++ % effects.length] });
  next();
  setInterval(next, WINDOW_MS / 2);
}
