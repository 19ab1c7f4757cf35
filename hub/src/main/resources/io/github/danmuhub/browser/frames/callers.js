// Tells who calls a socket's send and who listens to it. Runs before the page's own scripts.
(() => {
  const tell = globalThis.BINDING;
  if (typeof tell !== "function") return;
  delete globalThis.BINDING;
  const socket = WebSocket.prototype;
  const told = new Set();
  // the line of the stack behind this function, note and the trap; pages may write stacks otherwise
  const caller = () => {
    const mine = { stackTraceLimit: 4, prepareStackTrace: undefined };
    const theirs = Object.keys(mine).map((key) => [key, Object.getOwnPropertyDescriptor(Error, key)]);
    try {
      Object.assign(Error, mine);
      return new Error().stack.split("\n")[4] ?? "";
    } finally {
      for (const [key, was] of theirs) {
        if (was) Object.defineProperty(Error, key, was);
        else delete Error[key];
      }
    }
  };
  const note = (what, target) => {
    try {
      const { url } = target;
      const at = caller();
      const key = what + url + at;
      if (told.size < 1000 && !told.has(key)) {
        told.add(key);
        tell(JSON.stringify({ what, url, at }));
      }
    } catch {
      // the page gets its own error, or none
    }
  };
  // a proxy says of itself what the function says: its name, and that it is native
  const noted = (native, what, counts = () => true) =>
    new Proxy(native, {
      apply(target, self, words) {
        if (counts(words)) note(what, self);
        return Reflect.apply(target, self, words);
      },
    });
  socket.send = noted(socket.send, "send");
  socket.addEventListener =
    noted(socket.addEventListener, "onmessage", ([type]) => type === "message");
  const handler = Object.getOwnPropertyDescriptor(socket, "onmessage");
  Object.defineProperty(socket, "onmessage", { ...handler, set: noted(handler.set, "onmessage") });
})();
