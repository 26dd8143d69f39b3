#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the messages of core as C++ for lupdate: write_core_messages.py FOLDER FILE.

Core does not use Qt, so lupdate cannot find its messages in core/message/*.def, the FOLDER. In FILE
each is a QT_TRANSLATE_NOOP3 with its id as the comment, by which the window looks it up.
"""

import pathlib
import re
import sys

ROW = re.compile(
    r"^QUAYWATCH_MESSAGE\(\w+,\s*"
    r'"(?P<token>[^"]*)",\s*(?P<text>"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*)\)$',
    re.M,
)


def messages(folder):
    """Returns the id and the C++ literal of every message that has a text."""
    rows = []
    for file in sorted(pathlib.Path(folder).glob("*.def")):
        text = file.read_text(encoding="utf-8")
        found = [(row["token"], row["text"]) for row in ROW.finditer(text)]
        if len(found) != len(re.findall(r"^QUAYWATCH_MESSAGE\(", text, re.M)):
            sys.exit(f"{file}: a row has another form than the others")
        rows += [row for row in found if row[1] != '""']
    return rows


def main():
    folder, target = sys.argv[1:]
    lines = ["#include <QtGlobal>", "", "[[maybe_unused]] static const char* const kMessages[] = {"]
    for token, text in messages(folder):
        lines.append(f'    QT_TRANSLATE_NOOP3("quaywatch::CoreText", {text}, "{token}"),')
    lines.append("};")
    pathlib.Path(target).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
