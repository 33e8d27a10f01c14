#!/usr/bin/python3
"""A server that hangs: it listens on the socket whose path it is given, takes each client and never
answers. Ends by a signal."""
import signal
import socket
import sys

server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen()
clients = []
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
while True:
    clients.append(server.accept()[0])
