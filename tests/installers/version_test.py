#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What names the version besides CMakeLists.txt must name the same: version_test.py SOURCES."""

import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

SOURCES = pathlib.Path(sys.argv[1]).resolve()


def declared():
    text = (SOURCES / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^    VERSION ([0-9.]+)$", text, re.MULTILINE).group(1)


def changelog_date():
    text = (SOURCES / "CHANGELOG.md").read_text(encoding="utf-8")
    head = re.search(rf"^## \[{re.escape(declared())}\] - (\S+)$", text, re.MULTILINE)
    return head.group(1) if head else None


class Version(unittest.TestCase):
    def test_has_release_notes(self):
        made = subprocess.run([sys.executable, SOURCES / "installers/release/notes.py",
                               SOURCES / "CHANGELOG.md", declared()],
                              capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0)
        self.assertTrue(made.stdout.startswith(f"# Quaywatch {declared()}\n"))

    def test_is_the_newest_release_of_the_metainfo_with_the_date_of_the_changelog(self):
        tree = xml.etree.ElementTree.parse(
            SOURCES / "resources/org.quaywatch.Quaywatch.metainfo.xml")
        newest = tree.find("releases/release")
        self.assertEqual(newest.get("version"), declared())
        self.assertEqual(newest.get("date"), changelog_date())

    def test_is_written_into_the_spec_when_the_sources_are_packed(self):
        spec = (SOURCES / "installers/rpm/quaywatch.spec").read_text(encoding="utf-8")
        self.assertRegex(spec, rf"(?m)^Version: +(@VERSION@|{re.escape(declared())})$")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
