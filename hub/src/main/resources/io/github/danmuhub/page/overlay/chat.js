// /overlay/chat: the chat, gifts and all that is paid, in one list; a featured message above it.

import { line } from "./line.js";
import { Lines } from "./lines.js";
import { dress, listen, options } from "./scene.js";

const TYPES = [
  "chat",
  "gift",
  "super_chat",
  "membership",
  "enter",
  "follow",
  "share",
  "like",
  "retract",
];

await dress();
const featured = document.createElement("aside");
featured.className = "featured";
document.body.append(featured);
const lines = new Lines();
listen((events) => lines.add(events), {
  types: TYPES,
  onFeature: (event) => featured.replaceChildren(line(event, options, false)),
  onClear: () => featured.replaceChildren(),
});
