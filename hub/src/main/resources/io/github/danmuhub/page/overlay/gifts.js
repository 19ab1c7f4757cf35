// /overlay/gifts: gifts and memberships, a line each that counts up.

import { Lines } from "./lines.js";
import { dress, listen } from "./scene.js";

const TYPES = new Set(["gift", "membership", "super_chat", "retract"]);

dress();
const lines = new Lines();
listen((events) => lines.add(events.filter((event) => TYPES.has(event.type))), {
  onClear: () => lines.clear(),
});
