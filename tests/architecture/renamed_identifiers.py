#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds identifiers that were renamed: renamed_identifiers.py TABLE ROOT, or --self-test TABLE.

Reads the C++ sources below core, app and tests of ROOT, comments too, without string literals.
"""

import os
import re
import sys
import tempfile

FOLDERS = ("core", "app", "tests")
TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*|/\*(?:.|\n)*?\*/)|
        R"(?P<mark>\w*)\((?:.|\n)*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|
        (?P<word>[A-Za-z_]\w*)""",
    re.VERBOSE,
)
# In a comment, "judged" may be the English word; isWorthJudging must be a name.
NAMES = re.compile(r"[A-Za-z_]\w*[a-z0-9][A-Z]\w*")


class Table:
    """The renamed identifiers by old name; old names that end with * are separate."""

    def __init__(self, path):
        self.rows = []
        self.exact = {}
        self.beginnings = []
        with open(path, encoding="utf-8") as table:
            for line in table:
                if line.startswith("#") or not line.strip():
                    continue
                old, new, *folders = line.split()
                row = (old, new, tuple(folder + "/" for folder in folders or FOLDERS))
                self.rows.append(row)
                if old.endswith("*"):
                    self.beginnings.append(row)
                else:
                    self.exact[old] = row

    def row_of(self, word, path):
        row = self.exact.get(word)
        if row is None:
            row = next((r for r in self.beginnings if word.startswith(r[0][:-1])), None)
        return row if row is not None and path.startswith(row[2]) else None


def sources(root):
    for folder in FOLDERS:
        for place, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if name.endswith((".h", ".cpp", ".mm")):
                    yield os.path.relpath(os.path.join(place, name), root)


def names_in(text):
    """Yields names and positions: all words of code; in comments, only words that must be names."""
    for match in TOKENS.finditer(text):
        if match["word"]:
            yield match["word"], match.start()
        elif match["comment"]:
            for name in NAMES.finditer(match["comment"]):
                yield name.group(), match.start() + name.start()


def breaches(table, root):
    for path in sorted(sources(root)):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            text = file.read()
        for word, at in names_in(text):
            row = table.row_of(word, path)
            if row is not None:
                yield f"{path}:{text.count(chr(10), 0, at) + 1}: {word} is called {row[1]}"


def self_test(table):
    """Each row is found in code, and in a comment if it must be a name; not elsewhere."""
    for old, _, folders in table.rows:
        word = old.replace("*", "Rows")
        with tempfile.TemporaryDirectory() as root:
            for folder in (*folders, "other/"):
                os.makedirs(os.path.join(root, folder), exist_ok=True)
                with open(os.path.join(root, folder, "a.cpp"), "w", encoding="utf-8") as file:
                    file.write(f'auto text = "{word}";\n// Not {word}.\nint {word} = 0;\n')
            found = list(breaches(table, root))
            expected = len(folders) * (2 if NAMES.fullmatch(word) else 1)
            if len(found) != expected:
                sys.exit(f"{old}: {len(found)} breaches found, not {expected}: {found}")


def main():
    if sys.argv[1] == "--self-test":
        self_test(Table(sys.argv[2]))
        return
    found = list(breaches(Table(sys.argv[1]), sys.argv[2]))
    print("\n".join(found))
    sys.exit(len(found) > 0)


if __name__ == "__main__":
    main()
