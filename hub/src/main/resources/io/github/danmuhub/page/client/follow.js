// A socket of the hub that is dialled for ever. What it says is handed on, message by message.

import { token } from "./api.js";

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 15_000;

/**
 * Follows it until the page is gone.
 *
 * @param {string} path such as /ws/marks
 * @param {(message: any) => void} hear
 */
export function follow(path, hear) {
  let failures = 0;
  const dial = () => {
    const query = token ? `?token=${encodeURIComponent(token)}` : "";
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + path + query);
    socket.onmessage = (message) => {
      failures = 0;
      hear(JSON.parse(message.data));
    };
    socket.onclose = () => {
      const most = Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
      setTimeout(dial, most * (0.5 + Math.random() / 2));
    };
  };
  dial();
}
