"""A client as the tutorials of 2022 show it; only the host is a parameter.

It reads the room's page, opens the socket unsigned, acknowledges, never beats, and shows chats.
"""
import gzip
import json
import re
import sys
import urllib.parse

import requests
import websocket

base, room, wanted, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if data[at - 1] < 128:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
        elif key & 7 == 2:
            size, at = varint(data, at)
            value, at = data[at:at + size], at + size
        else:
            raise ValueError("wire type %d" % (key & 7))
        yield key >> 3, value


def first(data, number, absent=b""):
    return next((value for field, value in fields(data) if field == number), absent)


def ack(log_id, internal_ext):
    out = bytearray(b"\x10")
    while log_id > 127:
        out.append(log_id & 127 | 128)
        log_id >>= 7
    out.append(log_id)
    size = len(internal_ext)
    return bytes(out) + b"\x3a\x03ack\x42" + bytes([size & 127 | 128, size >> 7]) + internal_ext


page = requests.get("%s/%s" % (base, room), headers={"User-Agent": "Mozilla/5.0"}, timeout=seconds)
state = re.search(r'<script id="RENDER_DATA" type="application/json">(.*?)</script>', page.text)
if state is None:
    sys.exit("no RENDER_DATA on the page")
info = json.loads(urllib.parse.unquote(state.group(1)))["app"]["initialState"]["roomStore"]["roomInfo"]
print("room", info["roomId"], info["room"]["title"], flush=True)

socket = websocket.create_connection(
    "%s/webcast/im/push/v2/?aid=6383&compress=gzip&room_id=%s&signature=00000000"
    % (base.replace("http", "ws", 1), info["roomId"]),
    header=["Cookie: ttwid=" + page.cookies["ttwid"]], timeout=seconds)
seen = 0
while seen < wanted:
    frame = socket.recv()
    if first(frame, 7) != b"msg":
        continue
    response = gzip.decompress(first(frame, 8))
    if first(response, 9, 0):
        socket.send_binary(ack(first(frame, 2), first(response, 5)))
    for number, message in fields(response):
        if number == 1 and first(message, 1) == b"WebcastChatMessage":
            chat = first(message, 2)
            seen += 1
            print("chat", first(first(chat, 2), 3).decode(), first(chat, 3).decode(), flush=True)
socket.close()
