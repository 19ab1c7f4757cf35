"""Prints the chat of a Danmu Hub: python hub.py [ws://127.0.0.1:7077/ws?type=chat] (pip install websockets)"""
import asyncio, json, sys
import websockets

async def main(url):
    async with websockets.connect(url) as socket:
        async for message in socket:
            for event in json.loads(message).get("events", []):
                print(event["type"], event.get("user", {}).get("name", ""), event.get("text", ""), flush=True)

asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:7077/ws?type=chat"))
