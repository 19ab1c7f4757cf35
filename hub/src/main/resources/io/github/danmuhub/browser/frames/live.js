// Run on the array of all sockets of a page: gives where they go, and for a while says what each of
// them hears, which tells those apart that go elsewhere.
function (context, binding, forMs) {
  const tell = globalThis[binding];
  delete globalThis[binding];
  const open = this.filter((socket) => socket.readyState < WebSocket.CLOSED);
  const until = Date.now() + forMs;
  const most = 4096;
  const name = (kind, length, at) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < Math.min(length, most); i++) hash = Math.imul(hash ^ at(i), 0x01000193);
    return `${kind}:${length}:${hash}`;
  };
  const content = async (data) => {
    if (typeof data === "string") return name("t", data.length, (i) => data.charCodeAt(i));
    const head = data instanceof Blob ? await data.slice(0, most).arrayBuffer() : data;
    const bytes = new Uint8Array(head);
    return name("b", data.size ?? data.byteLength, (i) => bytes[i]);
  };
  open.forEach((socket, i) => {
    const hear = async (event) => {
      if (Date.now() > until) socket.removeEventListener("message", hear);
      else tell(JSON.stringify({ socket: `${context} ${i}`, content: await content(event.data) }));
    };
    socket.addEventListener("message", hear);
  });
  return open.map((socket) => socket.url);
}
