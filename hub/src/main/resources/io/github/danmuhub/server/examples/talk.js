// The client of a tutorial's server: what it says is shown, what is typed is sent.
// ?url=ws://127.0.0.1:8080/ of this page says whom it talks to; else it is the hub's echo.
import { word } from "./words.js";

const own = location.origin.replace(/^http/, "ws") + "/ws/echo";
const url = new URLSearchParams(location.search).get("url") ?? own;
const box = document.getElementById("log");
const list = document.getElementById("events");
const state = document.getElementById("state");
const words = document.getElementById("words");
const KEPT = 300; // lines on the page; the oldest go first
let socket = null;

connect();

function connect() {
  try {
    socket = new WebSocket(url);
  } catch (error) {
    state.textContent = `${url}: ${error.message}`;
    return;
  }
  socket.onopen = () => (state.textContent = `${word("open")}: ${url}`);
  socket.onmessage = (message) => {
    const text = typeof message.data === "string";
    add("←", text ? message.data : `${message.data.size} ${word("bytes")}`);
  };
  socket.onclose = (event) => {
    state.textContent = `${word("closed")} ${event.code}: ${url} – ${word("again")}`;
    setTimeout(connect, 1000);
  };
}

document.getElementById("say").onsubmit = (event) => {
  event.preventDefault();
  if (socket?.readyState !== WebSocket.OPEN) return;
  socket.send(words.value);
  add("→", words.value);
  words.value = "";
};

function add(way, text) {
  const line = document.createElement("li");
  line.append(part("way", way), part("text", text));
  list.append(line);
  if (list.childElementCount > KEPT) list.firstElementChild.remove();
  box.scrollTop = box.scrollHeight;
}

// textContent never becomes markup; <bdi> keeps a text from turning the rest of the line around,
// and nobody translates what was said.
function part(kind, text) {
  const element = document.createElement("bdi");
  element.className = kind;
  element.translate = false;
  element.textContent = text;
  return element;
}
