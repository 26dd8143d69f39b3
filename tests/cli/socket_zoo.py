# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens sockets of every kind, says "ready", and holds them until standard input ends."""

import socket
import sys

held = []


def listener(family, address, *, v6_only=None, reuse=False):
    sock = socket.socket(family, socket.SOCK_STREAM)
    if v6_only is not None:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6_only)
    if reuse:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    sock.bind(address)
    sock.listen()
    held.append(sock)
    return sock


def connect(server, address):
    client = socket.create_connection(address)
    accepted, _ = server.accept()
    held.extend((client, accepted))
    return client, accepted


def datagram(family, address, peer=None):
    sock = socket.socket(family, socket.SOCK_DGRAM)
    sock.bind(address)
    if peer:
        sock.connect(peer)
    held.append(sock)


IPV4, IPV6 = socket.AF_INET, socket.AF_INET6

plain = listener(IPV4, ("127.0.0.1", 931))
listener(IPV4, ("0.0.0.0", 2049))
listener(IPV6, ("::1", 8080))
listener(IPV6, ("::", 8081), v6_only=1)
both = listener(IPV6, ("::", 8082), v6_only=0)
listener(IPV4, ("127.0.0.1", 8083), reuse=True)
listener(IPV4, ("127.0.0.1", 8083), reuse=True)

connect(plain, ("127.0.0.1", 931))
connect(both, ("127.0.0.1", 8082))
connect(both, ("::1", 8082))
# One end closes: FIN_WAIT_2 and CLOSE_WAIT. Both close: TIME_WAIT.
half, _ = connect(plain, ("127.0.0.1", 931))
half.shutdown(socket.SHUT_RDWR)
gone, accepted = connect(plain, ("127.0.0.1", 931))
gone.close()
accepted.recv(1)
accepted.close()

datagram(IPV4, ("127.0.0.1", 931))
datagram(IPV4, ("0.0.0.0", 5353))
datagram(IPV6, ("::", 5354))
datagram(IPV4, ("127.0.0.1", 5355), ("127.0.0.1", 5353))

print("ready", flush=True)
sys.stdin.read()
