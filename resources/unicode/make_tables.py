#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes core/text/unicode_tables.h from the Unicode Character Database. A maintainer's tool: the
build needs only the header. See README.md.

    make_tables.py [--check] [FOLDER]

FOLDER holds the database as Debian's package unicode-data installs it, which is the default:
/usr/share/unicode. With --check the header is compared instead; the exit code is then 0 if it is
the same, 1 if it is not, and 77 if there is no database of the header's version to compare with.
"""

import pathlib
import re
import sys

HEADER = pathlib.Path(__file__).resolve().parents[2] / "core/text/unicode_tables.h"
SURROGATES = range(0xD800, 0xE000)
# Symbols that look like a blank: the Braille pattern without dots, the note without a head.
BLANK_SYMBOLS = {0x2800, 0x1D159}
RUNS_A_LINE = 4

TEXT = """\
// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Properties of characters as sorted runs of code points, for core/text/unicode.cpp alone. Facts
/// of Unicode {version}, made by resources/unicode/make_tables.py; do not edit. Runs are joined
/// across code points that are not assigned.

#pragma once

#include <array>

namespace quaywatch::unicode_tables {{

struct Run {{
    char32_t first;
    char32_t last;
}};

// clang-format off

/// Combining marks that take no column of their own (general categories Mn and Me).
{marks}

/// Characters that take two columns (East Asian Width W and F). Runs are joined across marks, too:
/// those are looked for first.
{wide}

/// Characters that do not show as themselves: Cc, Cf, Cs, Co, Zl, Zp, Zs but U+0020,
/// Default_Ignorable_Code_Point, two symbols that look like a blank (U+2800, U+1D159), and the
/// noncharacters but the last two code points of every plane, which are tested apart.
{unprintable}

// clang-format on

}}  // namespace quaywatch::unicode_tables
"""


def read(path):
    """(version, property of each code point that the file names). Further columns are ignored."""
    lines = path.read_text("utf-8").splitlines()
    version = re.fullmatch(r"# \w+-(\d+\.\d+\.\d+)\.txt", lines[0])
    if not version:
        sys.exit(f"{path}: the first line does not say which version it is")
    rows = []
    for line in lines:
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) >= 2:
            first, _, last = fields[0].partition("..")
            rows.append((range(int(first, 16), int(last or first, 16) + 1), fields[1]))
    return version[1], rows


def points(rows, *properties):
    return {point for run, name in rows if name in properties for point in run}


def runs(members, unassigned):
    """Runs of members, joined where only unassigned code points lie between."""
    result = []
    for point in sorted(members):
        if result and all(between in unassigned for between in range(result[-1][1] + 1, point)):
            result[-1][1] = point
        else:
            result.append([point, point])
    return result


def array(name, members, unassigned):
    cells = [f"{{0x{first:04X}, 0x{last:04X}}}" for first, last in runs(members, unassigned)]
    lines = [", ".join(cells[i:i + RUNS_A_LINE]) for i in range(0, len(cells), RUNS_A_LINE)]
    body = ",\n".join("    " + line for line in lines)
    return f"constexpr std::array<Run, {len(cells)}> {name}{{{{\n{body},\n}}}};"


def header(folder):
    """(version, text) of the header."""
    version, widths = read(folder / "EastAsianWidth.txt")
    others = {}
    for name in ("extracted/DerivedGeneralCategory.txt", "DerivedCoreProperties.txt", "PropList.txt"):
        other, others[name] = read(folder / name)
        if other != version:
            sys.exit(f"{folder / name} is of Unicode {other}, EastAsianWidth.txt of {version}")
    categories, core, properties = others.values()

    unassigned = points(categories, "Cn")
    marks = points(categories, "Mn", "Me")
    # The file gives a width to code points, too, that are not assigned yet.
    wide = points(widths, "W", "F") - unassigned - marks
    noncharacters = points(properties, "Noncharacter_Code_Point")
    unprintable = points(categories, "Cc", "Cf", "Co", "Zl", "Zp", "Zs") - {0x20}
    unprintable |= points(core, "Default_Ignorable_Code_Point") | set(SURROGATES) | BLANK_SYMBOLS
    unprintable |= {point for point in noncharacters if point & 0xFFFE != 0xFFFE}
    text = TEXT.format(version=version, marks=array("kMarks", marks, unassigned),
                       wide=array("kWide", wide, unassigned | marks),
                       unprintable=array("kUnprintable", unprintable, unassigned - noncharacters))
    return version, text


def main():
    arguments = sys.argv[1:]
    is_check = arguments[:1] == ["--check"]
    folder = pathlib.Path(*(arguments[is_check:] or ["/usr/share/unicode"]))
    if not is_check:
        HEADER.write_text(header(folder)[1], "utf-8")
        return 0
    if not (folder / "EastAsianWidth.txt").exists():
        print(f"SKIPPED: there is no Unicode Character Database in {folder}; the tables were NOT "
              "compared with it", file=sys.stderr)
        return 77
    version, text = header(folder)
    current = HEADER.read_text("utf-8")
    if f"Unicode {version}," not in current:
        print(f"SKIPPED: {folder} is of Unicode {version}, the tables are not; they were NOT "
              "compared with it", file=sys.stderr)
        return 77
    if text != current:
        print(f"{HEADER} is not what make_tables.py makes of {folder}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
