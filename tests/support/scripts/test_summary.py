#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what a run of ctest skipped, and why: test_summary.py JUNIT_FILE [--times].

With --times, names the ten slowest tests as well.
"""

import collections
import re
import sys
import xml.etree.ElementTree


def reason_of(case):
    """The reason of a skipped test, in one line."""
    output = case.findtext("system-out") or ""
    # GoogleTest: "FILE:LINE: Skipped", then the reason.
    said = re.search(r": Skipped\n(.*?)\n*(?:\n\[|\Z)", output, re.DOTALL)
    if said:
        return " ".join(said.group(1).split())
    # A script: its last line.
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given"


def skipped_in(case):
    """The tests that a part of a GoogleTest program skipped, and why."""
    output = case.findtext("system-out") or ""
    found = re.findall(r": Skipped\n(.*?)\n*\[  SKIPPED \] (\S+) \(", output, re.DOTALL)
    return {name: " ".join(reason.split()) for reason, name in found}


def count(cases):
    """How many tests there are. With sanitizers, a case is a part of a GoogleTest program."""
    total = 0
    for case in cases:
        output = case.findtext("system-out") or ""
        part = re.search(r"^\[=+\] (\d+) tests? from .* ran\.", output, re.MULTILINE)
        total += int(part.group(1)) if part else 1
    return total


def main():
    try:
        cases = list(xml.etree.ElementTree.parse(sys.argv[1]).iter("testcase"))
    except (OSError, xml.etree.ElementTree.ParseError) as error:
        sys.exit(f"cannot say what was skipped: {error}")

    skipped = collections.defaultdict(list)
    for case in cases:
        if case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            skipped[reason_of(case)].append(case.get("name"))
        else:
            for name, reason in skipped_in(case).items():
                skipped[reason].append(name)
    total = count(cases)
    if total != len(cases):
        print(f"\n{total} tests ran in {len(cases)} programs")
    if skipped:
        print(f"\nSkipped: {sum(map(len, skipped.values()))} of {total} tests")
        for reason, names in sorted(skipped.items()):
            print(f"  {reason}")
            for name in names:
                print(f"    {name}")

    if "--times" in sys.argv[2:]:
        print("\nThe slowest tests:")
        slowest = sorted(cases, key=lambda case: float(case.get("time", 0)), reverse=True)
        for case in slowest[:10]:
            print(f"  {float(case.get('time', 0)):7.2f} s  {case.get('name')}")


if __name__ == "__main__":
    main()
