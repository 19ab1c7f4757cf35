// The page of the simulated toy: what the toy says of itself, and a room drawn from it.
import { Room } from "./room.js";
import { translate, word } from "./words.js";

const SILENT_MS = 2000;
const NOBODY = "-";
const pose = { state: "gone", hub: NOBODY, lit: false, pan: 0, tilt: -30000, ball: 0, wand: 0 };
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const canvas = document.getElementById("room");
let heardAt = 0;

translate(document);
const room = new Room(canvas, pose);

function show(id, text) {
  const element = document.getElementById(id);
  if (element.textContent !== text) element.textContent = text;
}

function tell() {
  const state = document.getElementById("state");
  state.dataset.state = pose.state;
  show("state", word(pose.state));
  const degrees = (milli) => `${Math.round(milli / 1000)}°`;
  show("laser", pose.lit ? `${degrees(pose.pan)}, ${degrees(pose.tilt)}` : word("dark"));
  show("ball", pose.ball === 0 ? word("still") : `${pose.ball} %`);
  show("wand", pose.wand === 0 ? word("still") : `${pose.wand} %`);
  show("hub", pose.hub === NOBODY ? word("nobody") : pose.hub.replace(/\/.*/, ""));
}

function hear(told) {
  Object.assign(pose, told);
  heardAt = performance.now();
  tell();
  if (calm.matches) room.draw(performance.now(), true);
}

function gone() {
  Object.assign(pose, { state: "gone", lit: false, ball: 0, wand: 0 });
  tell();
  room.draw(performance.now(), calm.matches);
}

function frame(now) {
  if (!calm.matches) {
    room.draw(now, false);
    requestAnimationFrame(frame);
  }
}

new EventSource("pose").onmessage = (event) => hear(JSON.parse(event.data));
setInterval(() => performance.now() - heardAt > SILENT_MS && pose.state !== "gone" && gone(), 500);
document.getElementById("stop").onclick = () => fetch("stop", { method: "POST" });
calm.onchange = () => requestAnimationFrame(frame);
addEventListener("resize", () => room.draw(performance.now(), calm.matches));
tell();
room.draw(0, true);
requestAnimationFrame(frame);
