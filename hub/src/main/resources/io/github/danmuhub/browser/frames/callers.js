// Tells who calls a socket's send and who listens to it. Runs before the page's own scripts.
(() => {
  const tell = globalThis.BINDING;
  if (typeof tell !== "function") return;
  delete globalThis.BINDING;
  const socket = WebSocket.prototype;
  const told = new Set();
  const note = (what, url) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 4;
    const at = new Error().stack.split("\n")[3] ?? "";
    Error.stackTraceLimit = limit;
    const key = what + url + at;
    if (told.size < 1000 && !told.has(key)) {
      told.add(key);
      tell(JSON.stringify({ what, url, at }));
    }
  };
  const send = socket.send;
  socket.send = {
    send(data) {
      note("send", this.url);
      return send.call(this, data);
    },
  }.send;
  const listen = socket.addEventListener;
  socket.addEventListener = {
    addEventListener(type, ...rest) {
      if (type === "message") note("onmessage", this.url);
      return listen.call(this, type, ...rest);
    },
  }.addEventListener;
  const handler = Object.getOwnPropertyDescriptor(socket, "onmessage");
  Object.defineProperty(socket, "onmessage", {
    ...handler,
    set(listener) {
      note("onmessage", this.url);
      handler.set.call(this, listener);
    },
  });
})();
