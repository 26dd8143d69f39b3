#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completions of a program for bash, zsh and fish, or compares them with what is there.

    write_completions.py [--check] FOLDER TABLES

TABLES is a program that prints the tables of the program to complete (cli_tables.cpp,
window_tables.cpp), a row a line, columns separated by tabs:

    program NAME                           first
    command NAME SUMMARY
    argument COMMAND NAME                  what its help calls the argument; may be empty
    option COMMAND NAMES VALUE HELP        names separated by commas; an empty value: takes none;
                                           an empty command: an option of the program
    option-values COMMAND OPTION WORD...   the only values of the option
    values VALUE WORD...                   the only values of all options and arguments called so
    key NAME HELP WORD...                  of the filter language; no words: any text

The .in files beside this script hold what a shell does with that. A line "@NAME@" in one of them is
where the lines of that name go.
"""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent

# How the argument of a command is completed, by what its help calls it.
ARGUMENTS = {
    "": "none",
    "FILTER": "filter",
    "PORT|NAME": "subject",
    "PORT|A-B": "none",
    "PID|port:N": "listening",
    "port:N|PID": "listening",
    "port:N": "listening",
    "ACTION": "action",
    "PAIR": "none",
}
# How the value of an option is completed, by what its help calls it, where no table has its words.
VALUES = {
    "FILE": "file",
    "PATH": "program",
    "NAME": "user",
    "S": "free",
    "ADDR": "free",
    "[ADDR]": "free",
    "DATE": "free",
    "TEXT": "free",
    # Of the window.
    "file": "file",
    "text": "free",
    "port": "free",
    "WxH": "free",
}
# Options that take some words beside values that cannot be listed.
WORDS_BESIDE = {("baseline", "--address"): ["loopback", "any"]}


class Option:
    def __init__(self, command, names, value, text):
        self.command = command
        self.names = names.split(",")
        self.value = value
        self.help = text
        self.words = WORDS_BESIDE.get((command, self.names[-1]), [])

    @property
    def kind(self):
        """words, list (words separated by commas), or one of VALUES; none without a value."""
        if not self.value:
            return "none"
        if self.words:
            return "list" if self.value.endswith(",...") else "words"
        if self.value not in VALUES:
            sys.exit(f"write_completions.py: how is the value {self.value!r} completed?")
        return VALUES[self.value]


class Tables:
    def __init__(self, text):
        self.commands = {}  # name: summary
        self.arguments = {}  # command: kind
        self.options = []
        self.values = {}  # what the help calls it: words
        self.keys = []  # (name, help, words)
        rows = [line.split("\t") for line in text.splitlines()]
        for kind, *fields in rows:
            if kind == "program":
                self.program = fields[0]
            elif kind == "command":
                self.commands[fields[0]] = fields[1]
            elif kind == "argument":
                if fields[1] not in ARGUMENTS:
                    sys.exit(f"write_completions.py: how is {fields[1]!r} completed?")
                self.arguments[fields[0]] = ARGUMENTS[fields[1]]
            elif kind == "option":
                self.options.append(Option(*fields))
            elif kind == "option-values":
                for option in self.options_of(fields[0]):
                    if fields[1] in option.names:
                        option.words = fields[2:]
            elif kind == "values":
                self.values[fields[0]] = fields[1:]
            elif kind == "key":
                self.keys.append((fields[0], fields[1], fields[2:]))
            else:
                sys.exit(f"write_completions.py: what is a row {kind!r}?")
        for option in self.options:
            if option.value in self.values:
                option.words = self.values[option.value]
            elif "|" in option.value:
                option.words = option.value.split("|")

    def options_of(self, command):
        return [option for option in self.options if option.command == command]

    def commands_by_argument(self, kind):
        return [name for name, argument in self.arguments.items() if argument == kind]


def quoted(text):
    """The text as one word of bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def quoted_for_fish(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def plain_or(quote, words):
    """The words, those quoted in which a shell may see more than letters: sql*net."""
    return [word if re.fullmatch(r"[\w./+-]+", word, re.ASCII) else quote(word) for word in words]


def wrapped(words, indent, end=""):
    """Words in lines of at most 100 columns, each with the indentation."""
    lines = [""]
    for word in words:
        if len(indent) + len(lines[-1]) + len(word) + len(end) + 2 > 100:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return [indent + line for line in lines]


def branch(pattern, words):
    """A branch of a bash or zsh `case` that prints words, in as many lines as it takes."""
    line = f"        {pattern}) echo {' '.join(words)} ;;"
    if len(line) <= 100:
        return [line]
    lines = wrapped(words, " " * 16, " \\")
    return ([f"        {pattern})", "            echo " + lines[0].strip() + " \\"]
            + [line + " \\" for line in lines[1:-1]] + [lines[-1], "            ;;"])


class Shell:
    """What is the same in bash and zsh; fish overrides it."""

    def __init__(self, tables):
        self.tables = tables

    def placeholder(self, name):
        return getattr(self, name.lower())()

    def commands(self):
        return wrapped(self.tables.commands, " " * 8)

    def keys(self):
        return wrapped([key + ":" for key, _, _ in self.tables.keys], " " * 8)

    def key_words(self):
        lines = []
        for key, _, words in self.tables.keys:
            if words:
                lines += branch(key, words)
        return lines

    def services(self):
        return wrapped(self.tables.values["SERVICE"], " " * 8)

    def actions(self):
        return wrapped(self.tables.values["ACTION"], " " * 8)

    def arguments(self):
        lines = []
        for kind in dict.fromkeys(self.tables.arguments.values()):
            if kind != "none":
                lines += branch(" | ".join(self.tables.commands_by_argument(kind)), [kind])
        return lines


class Bash(Shell):
    def options(self):
        lines = []
        for command in self.tables.commands:
            lines += branch(command, [option.names[-1] for option in self.tables.options_of(command)])
        return lines

    def values(self):
        lines = []
        for option in self.tables.options:
            if option.kind != "none":
                pattern = " | ".join(f'"{option.command} {name}"' for name in option.names)
                lines += branch(pattern, [option.kind] + option.words)
        return lines

    def window_options(self):
        return wrapped([option.names[-1] for option in self.tables.options], " " * 16)

    def window_values(self):
        lines = []
        for option in self.tables.options:
            if option.kind != "none":
                lines += branch(" | ".join(option.names), [option.kind] + option.words)
        return lines


class Zsh(Shell):
    ACTIONS = {
        "file": "_files",
        "program": "_quaywatch_cli_program",
        "user": "_quaywatch_cli_user",
        "free": " ",
    }
    ARGUMENTS = {
        "none": [],
        "filter": ["*:filter:_quaywatch_cli_filter"],
        "subject": ["1:port or service:_quaywatch_cli_subject"],
        "listening": ["1:port:_quaywatch_cli_listening"],
        "action": ["1:action:_quaywatch_cli_action", "2:port:_quaywatch_cli_listening"],
    }

    def specification(self, option):
        """A word, or a group of words, of `_arguments`."""
        text = "".join("\\" + c if c in "[]\\" else c for c in option.help)
        value = ""
        if option.kind == "words":
            value = f":{option.value.lower()}:({' '.join(option.words)})"
        elif option.kind == "list":
            words = " ".join(option.words)
            value = f':{option.value.lower()}:{{compset -P "*,"; compadd -- {words}}}'
        elif option.kind != "none":
            value = f":{option.value.lower()}:{self.ACTIONS[option.kind]}"
        if len(option.names) == 1:
            return quoted(f"{option.names[0]}[{text}]{value}")
        return (quoted(f"({' '.join(option.names)})") + "{" + ",".join(option.names) + "}"
                + quoted(f"[{text}]{value}"))

    def services(self):
        return wrapped(plain_or(quoted, self.tables.values["SERVICE"]), " " * 8)

    def described_commands(self):
        return [f"        {quoted(name + ':' + summary.replace(':', chr(92) + ':'))}"
                for name, summary in self.tables.commands.items()]

    def described_keys(self):
        return [f"        {quoted(name + chr(92) + '::' + text)}"
                for name, text, _ in self.tables.keys]

    def specifications(self):
        lines = []
        for command, argument in self.tables.arguments.items():
            words = [self.specification(option) for option in self.tables.options_of(command)]
            words += map(quoted, self.ARGUMENTS[argument])
            lines += [f"        {command})", "            _arguments \\"]
            lines += [f"                {word} \\" for word in words[:-1]]
            lines += [f"                {words[-1]}", "            ;;"]
        return lines

    def window_specifications(self):
        words = [self.specification(option) for option in self.tables.options]
        return [f"    {word} \\" for word in words[:-1]] + [f"    {words[-1]}"]


class Fish(Shell):
    ACTIONS = {
        "file": "-r -F",
        "program": "-r -F -a any",
        "user": "-x -a 'any (__fish_complete_users)'",
        "free": "-x",
    }
    ARGUMENTS = {
        "filter": "__quaywatch_cli_filter",
        "subject": "__quaywatch_cli_subject",
        "listening": "__quaywatch_cli_listening port:",
        "action": "__quaywatch_cli_baseline",
    }

    def option(self, option):
        condition = ""
        if option.command:
            condition = f" -n '__quaywatch_cli_command {option.command}'"
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                         for name in option.names)
        value = ""
        if option.kind == "words":
            value = f" -x -a {quoted_for_fish(' '.join(option.words))}"
        elif option.kind == "list":
            words = "(__quaywatch_cli_list " + " ".join(option.words) + ")"
            value = f" -x -a {quoted_for_fish(words)}"
        elif option.kind != "none":
            value = " " + self.ACTIONS[option.kind]
        return (f"complete -c {self.tables.program}{condition} {names}"
                f"{value} -d {quoted_for_fish(option.help)}")

    def options(self):
        return [self.option(option) for option in self.tables.options]

    def described_commands(self):
        lines = []
        for name, summary in self.tables.commands.items():
            lines.append(f"complete -c {self.tables.program} -n __quaywatch_cli_no_command -a {name} "
                         f"-d {quoted_for_fish(summary)}")
        return lines

    def arguments(self):
        lines = []
        for kind, action in self.ARGUMENTS.items():
            commands = " ".join(self.tables.commands_by_argument(kind))
            lines.append(f"complete -c {self.tables.program} -n "
                         f"'__quaywatch_cli_command {commands}' -a '({action})'")
        return lines

    def described_keys(self):
        lines = []
        for name, text, _ in self.tables.keys:
            lines.append(f"        printf '%s\\t%s\\n' \"$before\"{name}: {quoted_for_fish(text)}")
        return lines

    def key_words(self):
        lines = []
        for key, _, words in self.tables.keys:
            if words:
                lines += [f"        case {key}", "            set words \\"]
                rows = wrapped(words, " " * 16, " \\")
                lines += [row + " \\" for row in rows[:-1]] + rows[-1:]
        return lines

    def services(self):
        words = plain_or(quoted_for_fish, self.tables.values["SERVICE"])
        rows = wrapped(words, " " * 8, " \\")
        return [row + " \\" for row in rows[:-1]] + rows[-1:]


def completion(template, shell):
    lines = []
    for line in template.splitlines():
        match = re.fullmatch(r"@([A-Z_]+)@", line)
        lines += shell.placeholder(match[1]) if match else [line]
    return "\n".join(lines) + "\n"


def main():
    arguments = sys.argv[1:]
    is_check = arguments[:1] == ["--check"]
    folder, program = arguments[1:] if is_check else arguments
    printed = subprocess.run([program], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    tables = Tables(printed)
    is_current = True
    for shell in (Bash, Zsh, Fish):
        name = f"{tables.program}.{shell.__name__.lower()}"
        text = completion((HERE / f"{name}.in").read_text("utf-8"), shell(tables))
        path = pathlib.Path(folder, name)
        if not is_check:
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            is_current = False
            print(f"{path} is not what the program's tables make of it: build the target "
                  "write_completions", file=sys.stderr)
    return 0 if is_current else 1


if __name__ == "__main__":
    sys.exit(main())
