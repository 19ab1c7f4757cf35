"""A client as the tutorials of 2019-2022 show it; only the host is a parameter.

It sends one line of hex, beats every 30 seconds, and reads the versions 0, 1 and 2.
"""
import asyncio
import json
import struct
import sys
import zlib

import websockets

url, room, wanted, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
body = '{"roomid":%s}' % room
hello = bytes.fromhex("%08x001000010000000700000001" % (16 + len(body))) + body.encode()
beat = bytes.fromhex("00000010001000010000000200000001")
seen = 0


def show(data):
    global seen
    at = 0
    while at + 16 <= len(data):
        size, header, version, op, _ = struct.unpack(">IHHII", data[at:at + 16])
        part = data[at + header:at + size]
        if op == 5 and version == 2:
            show(zlib.decompress(part))
        elif op == 5 and version in (0, 1):
            message = json.loads(part)
            if message["cmd"].startswith("DANMU_MSG"):
                seen += 1
                print("chat", message["info"][2][1], message["info"][1], flush=True)
        at += size


async def beats(socket):
    while True:
        await asyncio.sleep(30)
        await socket.send(beat)


async def main():
    async with websockets.connect(url) as socket:
        await socket.send(hello)
        task = asyncio.ensure_future(beats(socket))
        while seen < wanted:
            show(await socket.recv())
        task.cancel()


try:
    asyncio.run(asyncio.wait_for(main(), seconds))
except websockets.ConnectionClosed as closed:
    print("closed", closed.code, flush=True)
except asyncio.TimeoutError:
    print("timeout", flush=True)
