// What the page says, in the reader's language.
const ENGLISH = {
  title: "The cat room",
  laser: "Laser",
  ball: "Ball",
  wand: "Wand",
  owner: "Held by",
  stop: "Stop",
  note: "This toy is simulated. It keeps itself safe, whatever the hub says.",
  free: "Nobody has armed it",
  armed: "Armed",
  stopped: "Stopped",
  gone: "The toy is not there",
  dark: "off",
  still: "still",
  nobody: "nobody",
  toys: "Toys",
  room: "A room with a cat and its toys",
};

const CHINESE = {
  title: "猫咪房间",
  laser: "激光笔",
  ball: "小球",
  wand: "逗猫棒",
  owner: "由谁控制",
  stop: "急停",
  note: "这是模拟玩具：无论中枢说什么，它都自己保证安全。",
  free: "未启用",
  armed: "已启用",
  stopped: "已急停",
  gone: "玩具不在线",
  dark: "关",
  still: "静止",
  nobody: "无人",
  toys: "玩具",
  room: "一只猫和它的玩具所在的房间",
};

const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
const spoken = asked.toLowerCase().startsWith("zh") ? CHINESE : ENGLISH;

export const word = (key) => spoken[key] ?? key;

export function translate(document) {
  document.documentElement.lang = spoken === CHINESE ? "zh-CN" : "en";
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
}
