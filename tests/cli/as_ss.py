# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the document of `list --json` into the lines that `ss -Hn` prints: protocol, state, ends."""

import json
import sys

STATES = {
    "listen": "LISTEN",
    "established": "ESTAB",
    "time-wait": "TIME-WAIT",
    "fin-wait-1": "FIN-WAIT-1",
    "fin-wait-2": "FIN-WAIT-2",
    "close-wait": "CLOSE-WAIT",
    "last-ack": "LAST-ACK",
    "closing": "CLOSING",
    "syn-sent": "SYN-SENT",
    "syn-recv": "SYN-RECV",
    "bound": "UNCONN",
    "connected": "ESTAB",
}


def end(row, name):
    far = row[name]
    address = far["address"] if far else ("0.0.0.0" if row["family"] == "ipv4" else "::")
    port = far["port"] if far else "*"
    if row["family"] == "ipv6":
        # ss: "*" for an address of both families, otherwise brackets.
        if address == "::" and (row["v6only"] is False):
            address = "*"
        else:
            address = f"[{address}]"
    return f"{address}:{port}"


for row in json.load(sys.stdin)["sockets"]:
    print(row["protocol"], STATES[row["state"]], end(row, "local"), end(row, "remote"))
