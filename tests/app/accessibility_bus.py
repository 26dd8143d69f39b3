#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the window and its help on the real accessibility bus, as a screen reader does.

Usage: accessibility_bus.py PROGRAM. Needs an X display and a session bus. Every focusable object
that is shown must have a name and a role, and every Tab stop must report the focus. Prints what is
wrong; the exit code is 1 then.
"""

import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 20  # seconds for an answer
MAX_STOPS = 60
MAX_ROWS = 3  # of a table; the others are alike

problems = []
focused = []
selected = []


def wait_for(condition):
    """Handles events until the condition is true. Returns its value, or None after a time."""
    context = GLib.MainContext.default()
    # Wakes the loop where an event alone does not.
    timer = GLib.timeout_add(20, lambda: True)
    end = time.monotonic() + PATIENCE
    value = condition()
    while not value and time.monotonic() < end:
        context.iteration(True)
        value = condition()
    GLib.source_remove(timer)
    return value or None


def application():
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name.lower() == "quaywatch":
            return app
    return None


def active_window(app):
    for window in app:
        if window is not None and window.getState().contains(pyatspi.STATE_ACTIVE):
            return window
    return None


def describe(node):
    return f'{node.getRoleName()} "{node.name}"'


def check(node, where):
    state = node.getState()
    if not state.contains(pyatspi.STATE_FOCUSABLE) or not state.contains(pyatspi.STATE_SHOWING):
        return
    if not node.name:
        problems.append(f"{where}: {describe(node)} below {describe(node.parent)} has no name")
    if node.getRole() in (pyatspi.ROLE_INVALID, pyatspi.ROLE_UNKNOWN):
        problems.append(f"{where}: {describe(node)} has no role")


def walk(node, where):
    """Visits a node and what is below it. Returns their number."""
    if node is None or not node.getState().contains(pyatspi.STATE_VISIBLE):
        return 0
    check(node, where)
    count = node.childCount
    try:
        table = node.queryTable()
        count = min(count, (MAX_ROWS + 1) * (table.nColumns + 1))
    except NotImplementedError:
        pass
    return 1 + sum(walk(node.getChildAtIndex(i), where) for i in range(count))


def press(code):
    pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_SYM)


TAB = 0xFF09
ESCAPE = 0xFF1B
F1 = 0xFFBE


def on_focus(event):
    if event.detail1:
        focused.append(event.source)


def on_selection(event):
    selected.append(event.source)


def follow_tabs(where):
    """Presses Tab until the focus comes back. Each stop must report the focus, or, within a page of
    text, the link that is selected."""
    seen = []
    for _ in range(MAX_STOPS):
        focused.clear()
        selected.clear()
        press(TAB)
        # An event of the stop before may still arrive.
        if not wait_for(lambda: selected or
                        [each for each in focused if not seen or each != seen[-1]]):
            last = describe(seen[-1]) if seen else "the beginning"
            problems.append(f"{where}: Tab after {last} reports nothing")
            return seen
        if not focused:
            continue
        stop = focused[-1]
        if not stop.name:
            problems.append(f"{where}: the focus is on {describe(stop)} without a name")
        if stop in seen and stop != seen[-1]:
            return seen
        if stop not in seen:
            seen.append(stop)
    problems.append(f"{where}: Tab does not come back")
    return seen


def main():
    process = subprocess.Popen([sys.argv[1]])
    try:
        pyatspi.Registry.registerEventListener(on_focus, "object:state-changed:focused")
        pyatspi.Registry.registerEventListener(on_selection, "object:text-selection-changed")
        app = wait_for(application)
        window = app and wait_for(lambda: active_window(app))
        if not window:
            print("the window does not appear on the accessibility bus", file=sys.stderr)
            return 1
        count = walk(window, "window")
        stops = follow_tabs("window")
        print(f"window: {count} objects, {len(stops)} Tab stops")
        press(F1)
        dialog = wait_for(lambda: (active_window(app) or window) != window and active_window(app))
        if not dialog:
            problems.append("F1 opens no dialog")
        else:
            print(f"help: {walk(dialog, 'help')} objects, {len(follow_tabs('help'))} Tab stops")
            press(ESCAPE)
    finally:
        process.terminate()
        process.wait()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
