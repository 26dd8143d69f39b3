#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types command lines into a real shell, presses Tab, and compares what then is on the line.

    completed_lines.py bash|zsh|fish QUAYWATCH_CLI COMPLETIONS

QUAYWATCH_CLI is the program, COMPLETIONS the folder of its completions. The shell tells its line
through a pipe when a key is pressed, so nothing is read off the screen and nothing waits for a time.
"""

import os
import pathlib
import pty
import select
import shutil
import signal
import socket
import sys
import tempfile
import termios

SECONDS = 30  # The longest to wait for one line.
TELL_LINE = "\x18\x0f"  # Ctrl+X Ctrl+O

# What is typed, and what Tab makes of it.
CASES = [
    ("ex", "explain "),
    ("help wat", "help watch "),
    ("list --jsonl is:une", "list --jsonl is:unexpected "),
    ("list --a", "list --all "),
    ("list lpo", "list lport:"),
    ("list is:une", "list is:unexpected "),
    ("list !is:une", "list !is:unexpected "),
    ("list '(is:une", "list '(is:unexpected' "),
    ("list '(is:exposed|is:une", "list '(is:exposed|is:unexpected' "),
    ("list 'is:exposed !is:une", "list 'is:exposed !is:unexpected' "),
    ('list "!is:une', 'list "!is:unexpected" '),
    ("list state:listen,bou", "list state:listen,bound "),
    ("list verdict:expl", "list verdict:explained "),
    ("list user:roo", "list user:root "),
    ("list '(use", "list '(user:"),
    ("list service:epm", "list service:epmap "),
    ("watch !is:une", "watch !is:unexpected "),
    ("watch --without pri", "watch --without privileged-port-of-user "),
    ("watch --without probe,pri", "watch --without probe,privileged-port-of-user "),
    ("explain epm", "explain epmap "),
    ("explain {port}", "explain {port} "),
    ("list lport:{port}", "list lport:{port} "),
    ("registry --state una", "registry --state unassigned "),
    ("registry --import fil", "registry --import file.xml "),
    ("check --eph", "check --ephemeral "),
    ("check --baseline fil", "check --baseline file.xml "),
    ("baseline rem", "baseline remove "),
    ("baseline --force in", "baseline --force init "),
    ("baseline add --force port:{port}", "baseline add --force port:{port} "),
    ("baseline add --address lo", "baseline add --address loopback "),
    ("baseline add --user roo", "baseline add --user root "),
    ("baseline add port:{port}", "baseline add port:{port} "),
    ("inspect port:{port}", "inspect port:{port} "),
    ("wait port:{port}", "wait port:{port} "),
    ("kill port:{port}", "kill port:{port} "),
    ("kill --signal K", "kill --signal KILL "),
    ("kill --dry-run port:{port}", "kill --dry-run port:{port} "),
]
WINDOW_CASES = [
    ("--view conn", "--view connections "),
    ("--theme da", "--theme dark "),
    ("--screenshot fil", "--screenshot file.xml "),
    ("--hid", "--hidden "),
]

SETUP = {
    "bash": """\
source '{completions}/quaywatch-cli.bash'
source '{completions}/quaywatch.bash'
tell() {{ printf '%s\\n' "$READLINE_LINE" >'{pipe}'; READLINE_LINE='' READLINE_POINT=0; }}
bind -x '"\\C-x\\C-o": tell'
""",
    "zsh": """\
fpath=('{scratch}' $fpath)
autoload -Uz compinit && compinit -u -D
bindkey -e
tell() {{ print -r -- "$BUFFER" >'{pipe}'; BUFFER='' }}
zle -N tell
bindkey '^X^O' tell
""",
    "fish": """\
source '{completions}/quaywatch-cli.fish'
source '{completions}/quaywatch.fish'
function tell; commandline >'{pipe}'; commandline ''; end
bind \\cx\\co tell
""",
}
COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--private", "--no-config", "-i"],
}


class Shell:
    def __init__(self, name, program, completions, scratch):
        self.pipe = scratch / "pipe"
        os.mkfifo(self.pipe)
        # Opened for both, so that neither opening waits for the other end.
        self.told = os.open(self.pipe, os.O_RDWR | os.O_NONBLOCK)
        for zsh_name in ("quaywatch-cli", "quaywatch"):
            shutil.copy(completions / f"{zsh_name}.zsh", scratch / f"_{zsh_name}")
        setup = scratch / "setup"
        setup.write_text(SETUP[name].format(completions=completions, scratch=scratch, pipe=self.pipe))
        home = scratch / "home"
        home.mkdir()
        (home / "file.xml").touch()
        environment = {
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "TERM": "xterm",
        }
        self.output = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execvpe(COMMANDS[name][0], COMMANDS[name], environment)
        termios.tcsetwinsize(self.terminal, (50, 200)) if hasattr(termios, "tcsetwinsize") else None
        self.type(f"source '{setup}'\n")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def line(self):
        """The line that the shell tells next; None if it does not."""
        told = b""
        while not told.endswith(b"\n"):
            ready, _, _ = select.select([self.terminal, self.told], [], [], SECONDS)
            if self.terminal in ready:
                try:
                    self.output += os.read(self.terminal, 65536)
                except OSError:
                    return None
            if self.told in ready:
                told += os.read(self.told, 65536)
            if not ready:
                return None
        return told.decode()[:-1]

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def main():
    name, program, completions = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    cases = [("quaywatch-cli", *case) for case in CASES] + (
        [("quaywatch", *case) for case in WINDOW_CASES])
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        shell = Shell(name, program, completions, pathlib.Path(scratch))
        try:
            for command, typed, expected in cases:
                typed = f"{command} {typed}".format(port=port)
                expected = f"{command} {expected}".format(port=port)
                shell.type(typed + "\t" + TELL_LINE)
                line = shell.line()
                if line is None:
                    print(f"FAILED: {name} said nothing to {typed!r}; its screen:\n"
                          + shell.output[-2000:].decode(errors="replace"), file=sys.stderr)
                    return 1
                if line != expected:
                    failures += 1
                    print(f"FAILED: {name} made {line!r} of {typed!r}, not {expected!r}",
                          file=sys.stderr)
        finally:
            shell.end()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
