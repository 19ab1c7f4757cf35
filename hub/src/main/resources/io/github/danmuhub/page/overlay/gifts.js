// /overlay/gifts: gifts and memberships, a line each that counts up.

import { Lines } from "./lines.js";
import { dress, listen } from "./scene.js";

await dress();
const lines = new Lines();
listen((events) => lines.add(events), {
  types: ["gift", "membership", "super_chat", "retract"],
  onClear: () => lines.clear(),
});
