// The whole client: new WebSocket(url) and its four handlers.
// ?room=bilibili:1&type=chat&token=… of this page are handed on to the hub.
const url = location.origin.replace(/^http/, "ws") + "/ws" + location.search;
const socket = new WebSocket(url);

socket.onopen = () => show("state", "open");
socket.onerror = () => show("state", "error: is the token right?");
socket.onclose = (event) => show("state", `closed ${event.code} ${event.reason}`);
socket.onmessage = (message) => {
  const batch = JSON.parse(message.data); // several events travel in one message
  for (const event of batch.events ?? []) {
    const item = document.createElement("li");
    item.textContent = `${event.type} ${event.user?.name ?? ""}: ${event.text ?? ""}`;
    document.getElementById("events").append(item);
  }
};

function show(id, text) {
  document.getElementById(id).textContent = text;
}
