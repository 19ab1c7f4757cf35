"""A WebSocket client with the names of the old library that some tutorials import.

It sends every message as text (opcode 1), bytes too, as that library did.
"""
import asyncio
import base64
import os
import struct
from urllib.parse import urlsplit

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Manipulator:
    def __init__(self, reader, writer):
        self._reader = reader
        self._writer = writer

    async def send(self, message):
        body = message.encode() if isinstance(message, str) else bytes(message)
        await self._write(TEXT, body)

    async def receive(self):
        """The next message's bytes, or None when the server has closed."""
        message = b""
        while True:
            try:
                final, opcode, body = await self._frame()
            except (asyncio.IncompleteReadError, ConnectionError):
                return None
            if opcode == PING:
                await self._write(PONG, body)
            elif opcode == CLOSE:
                return None
            elif opcode != PONG:
                message += body
                if final:
                    return message

    async def _frame(self):
        first, length = await self._reader.readexactly(2)
        if length == 126:
            (length,) = struct.unpack(">H", await self._reader.readexactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", await self._reader.readexactly(8))
        return first & 0x80, first & 0x0F, await self._reader.readexactly(length)

    async def _write(self, opcode, body):
        size = len(body)
        if size < 126:
            head = struct.pack(">BB", 0x80 | opcode, 0x80 | size)
        else:
            head = struct.pack(">BBH", 0x80 | opcode, 0x80 | 126, size)
        mask = os.urandom(4)
        masked = bytes(b ^ mask[i % 4] for i, b in enumerate(body))
        self._writer.write(head + mask + masked)
        await self._writer.drain()


class AioWebSocket:
    def __init__(self, uri):
        self._uri = urlsplit(uri)
        self.manipulator = None

    async def __aenter__(self):
        reader, self._writer = await asyncio.open_connection(self._uri.hostname, self._uri.port)
        key = base64.b64encode(os.urandom(16)).decode()
        self._writer.write((
            f"GET {self._uri.path} HTTP/1.1\r\nHost: {self._uri.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n").encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in answer.split(b"\r\n")[0]:
            raise ConnectionError(answer.decode())
        self.manipulator = Manipulator(reader, self._writer)
        return self

    async def __aexit__(self, *failure):
        self._writer.close()
