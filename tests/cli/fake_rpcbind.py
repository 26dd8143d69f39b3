# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An rpcbind that knows mountd (100005) at a tcp port, by default 931.

usage: fake_rpcbind.py answers|hangs|lies|hangs-up [UID [ADDRESS [PORT]]]

Listens as that user (default: as who starts it) on port 111 of that address (default: 127.0.0.1), and
says "ready" once it does. Answers in two fragments (RFC 5531, 11), hangs, claims a record of two
gigabytes, or closes at once.
"""
import os
import socket
import struct
import sys

manner = sys.argv[1]
address = sys.argv[3] if len(sys.argv) > 3 else "127.0.0.1"
port = int(sys.argv[4]) if len(sys.argv) > 4 else 931
if len(sys.argv) > 2:
    os.setresuid(*[int(sys.argv[2])] * 3)
server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((address, 111))
server.listen(8)
print("ready", flush=True)

held = []
while True:
    caller, _ = server.accept()
    call = caller.recv(4096)
    transaction = call[4:8]
    accepted = struct.pack(">5I", 1, 0, 0, 0, 0)
    mountd = struct.pack(">5I", 1, 100005, 3, socket.IPPROTO_TCP, port)
    first = transaction + accepted
    last = mountd + struct.pack(">I", 0)
    if manner == "answers":
        caller.sendall(struct.pack(">I", len(first)) + first)
        caller.sendall(struct.pack(">I", 0x80000000 | len(last)) + last)
    elif manner == "lies":
        caller.sendall(struct.pack(">I", 0x7FFFFFFF) + b"\0" * 4096)
    if manner in ("hangs", "lies"):
        held.append(caller)
    else:
        caller.close()
