// What the hub runs in a tab that it reaches by the DevTools Protocol. docs/rpc.md
((most) => {
  if (window !== window.top || globalThis.danmuRpcRun) return;
  const actions = new Map();
  const running = new Map();
  const within = (said) => {
    if (said.length > most) throw new RangeError(`larger than the hub takes: ${most} bytes`);
    return said;
  };
  const tell = (message) => globalThis.danmuRpcTell(within(JSON.stringify(message)));

  async function bytesOf(value) {
    if (value instanceof Blob) value = await value.arrayBuffer();
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    return ArrayBuffer.isView(value)
      && new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const base64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192)
      text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };

  globalThis.danmuRpcBytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  globalThis.danmuRpcCancel = (call) => running.get(call)?.abort();
  globalThis.danmuRpcRun = async (call, action, args) => {
    const abort = new AbortController();
    running.set(call, abort);
    try {
      if (!actions.has(action)) throw new Error(`no action ${action}`);
      const part = (value) => { if (!abort.signal.aborted) tell({ call, value }); };
      const value = await actions.get(action)(args, { signal: abort.signal, part });
      const bytes = await bytesOf(value);
      return bytes
        ? { bytes: base64(within(bytes)) }
        : { value: within(JSON.stringify(value) ?? 'null') };
    } catch (e) {
      return { name: String(e?.name || 'Error'), message: String(e?.message || e).slice(0, 2000) };
    } finally {
      running.delete(call);
    }
  };
  globalThis.danmuRpc = () => ({
    on(action, run) {
      actions.set(action, run);
      tell({ actions: [...actions.keys()] });
      return this;
    },
    emit: (topic, value) => tell({ topic, value }),
  });
})
