#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the licenses of what is compiled into the programs or contained in the AppImage, as the
copyright files of Debian's packages say them, and the texts that these files name. ./dev package
collects them.

licenses.py PACKAGES_FOLDER
"""

import pathlib
import sys

LINE = "=" * 80


def main():
    folder = pathlib.Path(sys.argv[1]) / "licenses"
    files = sorted(folder.glob("*.txt"))
    if not files:
        sys.exit(f"licenses: there are none in {folder}")
    names = {}  # of the packages that share a text
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace").strip()
        names.setdefault(text, []).append(path.stem)
    for text, packages in names.items():
        print(f"{LINE}\n{', '.join(packages)}\n{LINE}\n\n{text}\n")
    # What Debian's files only name.
    for path in sorted((folder / "common-licenses").glob("*")):
        text = path.read_text(encoding="utf-8", errors="replace").strip("\n")
        print(f"{LINE}\n/usr/share/common-licenses/{path.name}\n{LINE}\n\n{text}\n")


if __name__ == "__main__":
    main()
