// Prints the chat of a Danmu Hub: node hub.mjs [http://127.0.0.1:7077/api/events/stream?type=chat]   (Node 20 or later)
const url = process.argv[2] ?? "http://127.0.0.1:7077/api/events/stream?type=chat";
const response = await fetch(url, { headers: { accept: "text/event-stream" } });
let rest = "";
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + text).split("\n");
  rest = lines.pop();
  for (const line of lines.filter((line) => line.startsWith("data: "))) {
    const event = JSON.parse(line.slice(6));
    console.log(event.type, event.user?.name ?? "", event.text ?? "");
  }
}
