#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the installed window and waits until it shows a text, which is read on the accessibility
bus: window_says.py TEXT [--after COMMAND] [--then-press BUTTON]

COMMAND is run by a shell once the window is shown. After BUTTON is pressed, another quaywatch has to
take the place of this one. Needs an X display and a session bus. Exits with 1 if something does not
happen in time.
"""

import argparse
import os
import signal
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 120  # seconds; an update is noticed after two checks, 30 seconds apart
PROGRAM = "/usr/bin/quaywatch"


def wait_for(condition, what):
    """Handles events until the condition is true. Returns its value."""
    context = GLib.MainContext.default()
    timer = GLib.timeout_add(200, lambda: True)
    end = time.monotonic() + PATIENCE
    value = condition()
    while not value and time.monotonic() < end:
        context.iteration(True)
        value = condition()
    GLib.source_remove(timer)
    if not value:
        sys.exit(f"window_says: {what} within {PATIENCE} s")
    return value


def nodes(node):
    """The objects below this one; of tables and lists only themselves."""
    if node is None:
        return
    yield node
    if node.getRole() in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST):
        return
    for index in range(node.childCount):
        yield from nodes(node.getChildAtIndex(index))


def find(wanted):
    """The first object of the window for which wanted() is true; None if there is none."""
    for app in pyatspi.Registry.getDesktop(0):
        if app is None or app.name.lower() != "quaywatch":
            continue
        for node in nodes(app):
            try:
                if wanted(node):
                    return node
            except GLib.Error:
                pass  # It is gone meanwhile.
    return None


def find_safely(wanted):
    try:
        return find(wanted)
    except GLib.Error:
        return None


def is_shown():
    return find_safely(lambda node: node.parent is not None
                       and node.parent.getRole() == pyatspi.ROLE_APPLICATION)


def running():
    """The processes that run the installed program, as it is on the disk now."""
    found = []
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.readlink(f"/proc/{name}/exe") == PROGRAM:
                found.append(int(name))
        except OSError:
            pass
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("text")
    parser.add_argument("--after", metavar="COMMAND")
    parser.add_argument("--then-press", metavar="BUTTON")
    arguments = parser.parse_args()
    # pylint: disable-next=consider-using-with
    window = subprocess.Popen([PROGRAM])
    wait_for(is_shown, "the window did not appear")
    if arguments.after:
        subprocess.run(["bash", "-c", arguments.after], check=True)
    said = wait_for(lambda: find_safely(lambda node: arguments.text in node.name),
                    f'the window did not say "{arguments.text}"')
    print(f'     the window says: "{said.name}"')
    if not arguments.then_press:
        window.terminate()
        window.wait(PATIENCE)
        return
    button = find(lambda node: node.name == arguments.then_press and node.get_action_iface())
    if button is None:
        sys.exit(f'window_says: there is no button "{arguments.then_press}"')
    button.queryAction().doAction(0)
    wait_for(lambda: window.poll() is not None, "the window did not end")
    other = wait_for(running, "no other window was started")
    wait_for(is_shown, "the other window did not appear")
    print(f"     process {window.pid} has ended, process {other[0]} is its successor")
    os.kill(other[0], signal.SIGTERM)
    wait_for(lambda: not running(), "the other window did not end")


if __name__ == "__main__":
    main()
