// The whole client: new WebSocket(url) and its four handlers.
// ?room=bilibili:1&type=chat&token=… of this page are handed on to the hub.
import { english, word } from "./words.js";

const query = new URLSearchParams(location.search);
const box = document.getElementById("log");
const list = document.getElementById("events");
const state = document.getElementById("state");
const KEPT = 300; // lines on the page; the oldest go first

connect();

function connect() {
  const url = location.origin.replace(/^http/, "ws") + "/ws?" + query;
  const socket = new WebSocket(url);
  let opened = false;

  socket.onopen = () => {
    opened = true;
    state.textContent = word("open");
  };
  socket.onmessage = (message) => {
    const batch = JSON.parse(message.data); // several events travel in one message
    if (batch.cursor) query.set("after", batch.cursor); // where to go on after a break
    for (const event of batch.events ?? []) add(event);
  };
  socket.onerror = () => (state.textContent = word("error")); // onclose follows
  socket.onclose = async (event) => {
    const why = opened ? `${word("closed")} ${event.code} ${event.reason}` : await refusal();
    state.textContent = `${why} – ${word("again")}`;
    setTimeout(connect, 3000);
  };
}

// The browser does not tell a page why it was refused; the poll door says it in words.
async function refusal() {
  const answer = await fetch("/api/events?limit=1&" + query).catch(() => null);
  if (!answer) return word("away");
  if (answer.ok) return word("failed");
  if (answer.status === 400 || answer.status === 410) query.delete("after"); // begin anew
  const problem = await answer.json().catch(() => null);
  const code = String(problem?.type).replace(/^.*:/, "");
  return `${word("refused")}: ${word(`problem.${code}`, english(problem?.detail, answer.status))}`;
}

// What a line says beside the name; all else says its text, if it has one.
const FIGURES = ["online", "watched", "likes", "popularity", "followers", "members"];
const WORDS = {
  __proto__: null,
  gift: (event) => event.gift?.name + (event.count ? ` × ${event.count}` : `: ${word("over")}`),
  super_chat: (event) => `${event.value.milli / 1000} ${event.value.currency}: ${event.text}`,
  membership: (event) => event.name,
  enter: (event) => event.effect ?? word("came"),
  follow: () => word("follows"),
  share: () => word("shared"),
  like: (event) => `${word("likes")} × ${event.count}`,
  stats: (event) => FIGURES.filter((f) => f in event).map((f) => `${word(f)} ${event[f]}`).join(" · "),
  rank: (event) => event.list.map((place) => place.user?.name).join(" · "),
  room: (event) => event.title,
  battle: (event) =>
    word(`battle.${event.state}`, event.state) + " " + event.sides.map((s) => `${s.name ?? s.room ?? "?"} ${s.score}`).join(" : "),
  broadcast: (event) => word(`broadcast.${event.state}`, event.state),
  connection: (event) => `${event.room}: ${word(`connection.${event.state}`, event.state)}`,
  gap: (event) => `${event.missed ?? ""} ${word("missed")}: ${word(event.why, english(event.why))}`,
  unknown: (event) => event.cmd,
  malformed: (event) => word("malformed", event.why),
};

function add(event) {
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  const line = document.createElement("li");
  line.className = event.type;
  line.append(part("type", event.type), part("name", event.user?.name));
  line.append(part("text", event.type in WORDS ? WORDS[event.type](event) : event.text));
  list.append(line);
  if (list.childElementCount > KEPT) list.firstElementChild.remove();
  if (atEnd) box.scrollTop = box.scrollHeight; // who has scrolled back is left where he is
}

// textContent never becomes markup; <bdi> keeps a name from turning the rest of the line around.
function part(kind, text) {
  const element = document.createElement("bdi");
  element.className = kind;
  element.textContent = text ?? "";
  return element;
}
