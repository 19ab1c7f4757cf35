// /overlay/chat: the chat, gifts and all that is paid, in one list; a featured message above it.

import { line } from "./line.js";
import { Lines } from "./lines.js";
import { dress, listen, options } from "./scene.js";

dress();
const featured = document.createElement("aside");
featured.className = "featured";
document.body.append(featured);
const lines = new Lines();
listen((events) => lines.add(events), {
  onFeature: (event) => featured.replaceChildren(line(event, options, false)),
  onClear: () => featured.replaceChildren(),
});
