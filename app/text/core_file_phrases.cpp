// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"

#include <QtGlobal>

#include <array>

namespace quaywatch {
namespace {

// Long phrases are written in pieces.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr auto kFilePhrases = std::to_array<const char*>({
    // Errors in a baseline (core/baseline). The messages of the TOML parser are English.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is larger than 1 MiB"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the line is too long or has too many parts"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "this character is only allowed in quotes and comments"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "this character is not allowed after a backslash, or at the beginning of the "
                      "line after one"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the quotes are not closed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "a key is missing here: letters, digits, - and _, or a text in quotes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a key cannot span several lines"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "= and a value are missing after the key"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a value is missing here"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "a value without quotes must be a number, a day or a time, true or false"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a comma or the closing bracket is missing here"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "a line such as [[expect]] must end with as many brackets as it begins with"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "unexpected text at the end of this line"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "lists and tables are nested more than four deep"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the schema is missing; begin the file with: schema = 1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this version reads schema 1 only"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "write each entry below a line [[expect]]"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "there is no key '%1'"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "there is no key '%1'; did you mean '%2'?"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the entry has no port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the entry has no %1; to allow all, write %2 = \"any\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 must be a text in quotes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "port must be a number from 1 to 65535, or a range such as \"8000-8010\""),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "the %1 is not valid UTF-8 and cannot be written in a baseline; use \"any\" instead"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the change would not be valid: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the change cannot be written correctly into this file"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "there is no entry at line %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "there are more than 2000 entries"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "required must be true or false, without quotes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "name a program, or write \"any\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "write program = \"any\" alone, not in a list"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "until must be a day such as 2026-12-31, or a time with an offset such as "
                      "2026-12-31T18:00:00Z, without quotes"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "until must be between %1 and %2; leave it out to expect the listener permanently"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "until is not a valid date"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "protocol must be \"tcp\", \"udp\" or \"any\""),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "address must be \"loopback\", \"any\", an address, or a block such as \"10.0.0.0/8\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "program must be a full path such as \"/usr/sbin/sshd\", \"any\", or \"\" "
                      "for an unknown one"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "unit-manager must be \"system\", or \"user\" for a unit of a user's own systemd"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "unit must be the full name, such as \"ssh.service\", or \"any\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the text is too long"),

    // Errors in a registry that is imported (core/registry_*.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is not well-formed XML at byte %1: %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file has a document type, unlike IANA's registry"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "the file is not IANA's port registry: it contains <%1> instead of the registry \"%2\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file is not IANA's port registry: it has no column \"%1\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file is not well-formed CSV, or is cut off, at line %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is neither XML nor CSV"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file has far more records than the registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is far larger than the registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this is not a text file"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is empty"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "'%1' is neither a port nor a range of ports"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file is dated %1, older than the current registry of %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file is dated %1, which is in the future"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the file has no date"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file cannot be IANA's registry: its port %1/tcp is not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file cannot be the complete IANA registry: of %1 services in the "
                      "current registry it lacks %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the file cannot be IANA's registry: of %1 unassigned well-known ports in "
                      "the current registry it assigns %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1: '%2' is not tcp, udp, sctp or dccp"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1: '%2' is not a service name"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1 has too many records for IANA's registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1 has too many names for IANA's registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "line %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not the source of the table"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a row has five columns"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not a port or a range of ports"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not a list of protocols"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not a state"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not the names of an assigned port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not a description"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "out of order, or listed twice"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "no line \"# date: YYYY-MM-DD\""),

    // Errors (core/base/error.cpp) and the operations that failed.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not permitted"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not found"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not supported by this system"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "malformed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "no answer in time"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the system failed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "ask the kernel for sockets"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "receive sockets from the kernel"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open a sock_diag socket"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "bind a sock_diag socket"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open a sock_diag socket for events"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "bind a sock_diag socket for events"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "ask the kernel to report closed sockets"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "receive reports of closed sockets from the kernel"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "read the descriptors of process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "signal process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "wait for process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "get a handle on process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "read process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "make the folder %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "write %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "replace %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 is not a file"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this user's settings: HOME is not set"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this user's data: HOME is not set"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "remove %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "write a temporary file next to %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "keep the permissions of %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "change the permissions of %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "lock %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "rename %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 belongs to another user"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 is a broken link"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 is larger than %2 bytes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 keeps changing"),

    // Messages of the operating system (core/base/error.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Permission denied"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Operation not permitted"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "No such file or directory"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "File exists"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Is a directory"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Not a directory"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "No space left on device"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Read-only file system"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Input/output error"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Too many open files"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Device or resource busy"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "File name too long"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Address already in use"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Connection refused"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Connection reset by peer"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Connection timed out"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Network is unreachable"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "No such process"),
});
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::span<const char* const> coreFilePhrases() noexcept
{
    return kFilePhrases;
}

}  // namespace quaywatch
