#!/usr/bin/python3
"""brief_wayland.py SOCKET LOG: a Wayland server with a seat and ext-idle-notify-v1 that closes each
connection right after it has listed these. A line of the log is a connection."""

import socket
import struct
import sys


def message(thing, opcode, body):
    return struct.pack("=II", thing, (8 + len(body)) << 16 | opcode) + body


def listed(name, interface, version):
    text = interface.encode() + b"\0"
    padded = text + b"\0" * (-len(text) % 4)
    return message(2, 0, struct.pack("=II", name, len(text)) + padded + struct.pack("=I", version))


server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen()
log = open(sys.argv[2], "a", buffering=1, encoding="ascii")
while True:
    client, _ = server.accept()
    log.write("connected\n")
    received = b""
    while len(received) < 24:  # get_registry as object 2, sync as object 3
        part = client.recv(4096)
        if not part:
            break
        received += part
    try:
        client.sendall(
            listed(1, "wl_seat", 5)
            + listed(2, "ext_idle_notifier_v1", 1)
            + message(3, 0, struct.pack("=I", 1))
        )
    except OSError:
        pass
    client.close()
