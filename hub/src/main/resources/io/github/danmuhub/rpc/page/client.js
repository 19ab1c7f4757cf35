// Danmu Hub: functions of this page. docs/rpc.md
function danmuRpc({ url = 'ws://127.0.0.1:7077/ws/rpc', group, id, token }) {
  const actions = new Map();
  const running = new Map();
  const utf8 = (text) => new TextEncoder().encode(text);
  const tell = (words) => console.warn(`danmu rpc: ${words}`);
  let socket, wait = 500, most = Infinity, blocked;

  const isOpen = () => socket && socket.readyState === WebSocket.OPEN;
  function send(data, size) {
    if (size > most) throw new RangeError(`larger than the hub takes: ${most} bytes`);
    if (isOpen()) socket.send(data);
  }
  function say(message) {
    const text = JSON.stringify(message);
    send(text, utf8(text).length);
  }
  function sayBytes(head, bytes) {
    const json = utf8(JSON.stringify(head));
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, json.length);
    const all = new Blob([length, json, bytes]);
    send(all, all.size);
  }
  const isBytes = (value) =>
    value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);

  async function run(from, { call, action, args }) {
    const abort = new AbortController();
    running.set(call, abort);
    const answer = (give) => from === socket && !abort.signal.aborted && give();
    try {
      if (!actions.has(action)) throw new Error(`no action ${action}`);
      const part = (value) => answer(() => say({ op: 'part', call, value }));
      const value = await actions.get(action)(args, { signal: abort.signal, part });
      const head = { op: 'result', call };
      answer(() => (isBytes(value) ? sayBytes(head, value) : say({ ...head, value })));
    } catch (e) {
      const name = String(e?.name || 'Error'), message = String(e?.message || e);
      answer(() => say({ op: 'failed', call, name, message: message.slice(0, 2000) }));
    } finally {
      if (running.get(call) === abort) running.delete(call);
    }
  }

  function hear(from, data) {
    let message;
    if (typeof data === 'string') {
      message = JSON.parse(data);
    } else {
      const end = 4 + new DataView(data).getUint32(0);
      message = JSON.parse(new TextDecoder().decode(data.slice(4, end)));
      message.args = new Uint8Array(data, end);
    }
    if (message.type === 'call') run(from, message);
    if (message.type === 'cancel') running.get(message.call)?.abort();
    if (message.type === 'error') tell(message.why);
    if (message.type === 'welcome') {
      ({ id, bytes: most } = message);
      wait = 500;
    }
  }

  const offered = () => [...actions.keys()];
  function open() {
    const mine = socket = new WebSocket(url);
    mine.binaryType = 'arraybuffer';
    mine.onopen = () => say({ op: 'hello', group, id, token, actions: offered(), page: location.href });
    mine.onmessage = (event) => hear(mine, event.data);
    mine.onclose = async ({ code, reason }) => {
      running.forEach((each) => each.abort());
      if (code >= 4400 && code < 4420) return tell(`closed: ${reason}`);
      setTimeout(open, wait * (0.5 + Math.random() / 2));
      wait = Math.min(2 * wait, 30000);
      const lan = await navigator.permissions?.query({ name: 'loopback-network' }).catch(() => 0);
      if (lan?.state === 'denied') blocked = 'the browser keeps it from this machine';
      if (blocked) tell(blocked);
    };
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    if (event.blockedURI.startsWith(new URL(url).origin)) blocked = 'this page\'s CSP forbids it';
  });
  setTimeout(open);
  return {
    on(action, run) {
      actions.set(action, run);
      if (isOpen()) say({ op: 'actions', actions: offered() });
      return this;
    },
    emit: (topic, value) => say({ op: 'emit', topic, value }),
  };
}
