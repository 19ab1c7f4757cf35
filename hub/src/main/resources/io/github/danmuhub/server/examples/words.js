// What the pages of the tutorials say, in the reader's language: ?lang=zh, or as the browser is set.
// An element with data-word says the word, one with data-label has it as its name.
const WORDS = {
  en: {
    listen: "A WebSocket in one page",
    talk: "Talk to a WebSocket",
    events: "Events",
    said: "What is said",
    say: "What to say",
    send: "Send",
    nothing: "Nothing yet.",
    none: "Nothing yet. Is a room open?",
    choose: "Choose in the address:",
    whom: "Choose whom in the address:",
    server: "(a server of this machine; without it, the hub's own echo)",
    open: "open",
    error: "error",
    closed: "closed",
    again: "trying again …",
    bytes: "bytes",
    away: "the hub is not there",
    failed: "the connection failed",
    refused: "refused",
    over: "the combo is over",
    came: "came in",
    follows: "follows",
    shared: "shared the room",
    likes: "likes",
    online: "online",
    watched: "watched",
    popularity: "popularity",
    followers: "followers",
    members: "members",
    missed: "missed",
  },
  zh: {
    listen: "一个网页里的 WebSocket",
    talk: "和 WebSocket 对话",
    events: "事件",
    said: "对话内容",
    say: "要说的话",
    send: "发送",
    nothing: "还没有内容。",
    none: "还没有内容。打开直播间了吗？",
    choose: "在网址里选择：",
    whom: "在网址里选择和谁对话：",
    server: "（本机的服务器；不写就是弹幕中枢自己的回声）",
    open: "已连接",
    error: "出错",
    closed: "已断开",
    again: "正在重连……",
    bytes: "字节",
    away: "连不上弹幕中枢",
    failed: "连接失败",
    refused: "被拒绝",
    over: "连击结束",
    came: "进场",
    follows: "关注了主播",
    shared: "分享了直播间",
    likes: "点赞",
    online: "在线",
    watched: "看过",
    popularity: "人气",
    followers: "粉丝",
    members: "会员",
    missed: "条遗漏",
    malformed: "损坏的消息",
    "battle.start": "对战开始",
    "battle.progress": "对战进行中",
    "battle.end": "对战结束",
    "broadcast.live": "开播",
    "broadcast.offline": "下播",
    "broadcast.paused": "暂停",
    "broadcast.resumed": "继续",
    "connection.resolving": "正在查询",
    "connection.connecting": "正在连接",
    "connection.authenticating": "正在认证",
    "connection.live": "已连接",
    "connection.silent": "没有声音",
    "connection.waiting": "等待重连",
    "connection.ended": "已结束",
    "connection.failed": "失败",
    "connection lost": "连接断开",
    "these events are no longer, or not, in the hub's window": "弹幕中枢已不再保存这些事件",
    "problem.token": "需要口令",
    "problem.too-many-guesses": "错误的口令太多，请稍后再试",
    "problem.too-many-connections": "打开的连接太多",
    "problem.foreign-origin": "别的网站的网页不能调用",
    "problem.wrong-host": "弹幕中枢不认得这个主机名",
  },
};

const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
const isChinese = asked.toLowerCase().startsWith("zh");

/** The words of a key; without words of our own in this language, the others. */
export const word = (key, otherwise) => WORDS[isChinese ? "zh" : "en"][key] ?? otherwise;

/** What comes in English, for who reads that. */
export const english = (text, otherwise = "") => (isChinese ? otherwise : text);

document.documentElement.lang = isChinese ? "zh-CN" : "en";
for (const element of document.querySelectorAll("[data-word]")) {
  element.textContent = word(element.dataset.word);
}
for (const element of document.querySelectorAll("[data-label]")) {
  element.setAttribute("aria-label", word(element.dataset.label));
}
