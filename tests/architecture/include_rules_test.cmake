# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests that each rule can fail: each rule checks a tree without a breach and one with a breach, and
# must report only the second one, with the right message.
#
#   cmake -D SCRATCH=folder -P include_rules_test.cmake

cmake_minimum_required(VERSION 3.25)

set(spdx "SPDX-FileCopyrightText: The Quaywatch authors")
set(license "SPDX-License-Identifier: GPL-3.0-or-later")
set(head "// ${spdx}\n// ${license}\n")
set(failures 0)

function(run_rules result output)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -D ROOT=${SCRATCH}
            -P ${CMAKE_CURRENT_LIST_DIR}/include_rules.cmake
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    set(${result} ${code} PARENT_SCOPE)
    set(${output} "${out}${err}" PARENT_SCOPE)
endfunction()

# set_rooms(LINES): writes the table of rooms of the tree.
function(set_rooms lines)
    file(WRITE ${SCRATCH}/tests/architecture/rooms.txt "# ${spdx}\n# ${license}\n${lines}")
endfunction()

set(good_rooms "core/net:
core/watch: \\
    core/net
core/registry: core/net
core/linux/procfs: core/net
core/windows: core/net
app/cli: core/net
app/text: core/net
app/history: core/net
app/settings: core/net
app/registry: core/net app/text
app/models: core/net app/text
app/delegates: app/models
app/charts: core/net
app/monitor: core/net
app/gui: core/net app/models app/monitor
")

function(make_good_tree)
    file(REMOVE_RECURSE ${SCRATCH})
    set_rooms("${good_rooms}")
    foreach(room IN ITEMS core/watch core/registry core/windows app/text app/history app/settings
            app/registry app/delegates app/charts)
        file(WRITE ${SCRATCH}/${room}/one.cpp "${head}\n#include \"core/net/port.h\"\n")
    endforeach()
    file(WRITE ${SCRATCH}/app/delegates/one.cpp "${head}\n#include \"app/models/table.h\"\n")
    file(WRITE ${SCRATCH}/core/net/port.h "${head}\n#pragma once\n\n#include <cstdint>\n")
    file(WRITE ${SCRATCH}/core/net/port.cpp
        "${head}\n#include \"core/net/port.h\"\n\n#include <fmt/core.h>\n\n#include <vector>\n")
    file(WRITE ${SCRATCH}/core/linux/procfs/proc.h
        "${head}\n#pragma once\n\n#include \"core/net/port.h\"\n")
    file(WRITE ${SCRATCH}/core/linux/procfs/proc.cpp
        "${head}\n#include \"core/linux/procfs/proc.h\"\n\n#include <linux/inet_diag.h>\n#ifdef __linux__\n#endif\n")
    file(WRITE ${SCRATCH}/app/cli/main.cpp
        "${head}\n#include \"core/net/port.h\"\n\n#include <CLI/CLI.hpp>\n\n#include <string>\n")
    file(WRITE ${SCRATCH}/app/models/table.h
        "${head}\n#pragma once\n\n#include \"core/net/port.h\"\n\n#include <QAbstractTableModel>\n")
    file(WRITE ${SCRATCH}/app/monitor/worker.cpp
        "${head}\n#include \"core/net/port.h\"\n\n#include <QtCore/QObject>\n")
    file(WRITE ${SCRATCH}/app/gui/window.cpp
        "${head}\n#include \"app/models/table.h\"\n\n#include <QMainWindow>\n")
    file(WRITE ${SCRATCH}/tests/core/port_test.cpp
        "${head}\n#include \"core/linux/procfs/proc.h\"\n\n#include <gtest/gtest.h>\n")
    file(WRITE ${SCRATCH}/dev "#!/usr/bin/env bash\n# ${spdx}\n# ${license}\n")
endfunction()

# breaks(PATH TEXT SENTENCE): the good tree with this additional file must fail with SENTENCE.
function(breaks path text sentence)
    make_good_tree()
    file(WRITE ${SCRATCH}/${path} "${text}")
    run_rules(code output)
    string(FIND "${output}" "${path}: ${sentence}" found)
    if(code EQUAL 0 OR found EQUAL -1)
        message("NOT CAUGHT: ${path}: ${sentence}\n  the check said: ${output}")
        math(EXPR failures "${failures} + 1")
        set(failures ${failures} PARENT_SCOPE)
    else()
        message("caught: ${path}: ${sentence}")
    endif()
endfunction()

# forbids(PATH INCLUDE): #include INCLUDE in PATH must be reported.
function(forbids path include)
    string(REGEX REPLACE "[<>\"]" "" name "${include}")
    breaks(${path} "${head}\n#pragma once\n#include ${include}\n" "must not include ${name}")
    set(failures ${failures} PARENT_SCOPE)
endfunction()

make_good_tree()
run_rules(code output)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "The rules refuse a tree that keeps them:\n${output}")
endif()

forbids(core/net/bad.cpp <QString>)
forbids(core/net/bad.cpp <QtCore/QString>)
forbids(core/net/bad.cpp <unistd.h>)
forbids(core/net/bad.cpp <sys/socket.h>)
forbids(core/net/bad.cpp <windows.h>)
forbids(core/net/bad.cpp <pugixml.hpp>)
forbids(core/net/bad.cpp "\"core/linux/procfs/proc.h\"")
forbids(core/net/bad.cpp "\"app/models/table.h\"")
forbids(core/watch/bad.cpp "\"core/linux/procfs/proc.h\"")
forbids(core/linux/procfs/bad.cpp <QObject>)
forbids(core/linux/procfs/bad.cpp "\"app/models/table.h\"")
forbids(core/linux/procfs/bad.cpp "\"core/windows/table.h\"")
forbids(core/windows/bad.cpp "\"core/linux/procfs/proc.h\"")
forbids(app/cli/bad.cpp <QCoreApplication>)
forbids(app/cli/bad.cpp <unistd.h>)
forbids(app/cli/bad.cpp <pugixml.hpp>)
forbids(app/cli/reports/bad.cpp <pugixml.hpp>)
forbids(app/cli/bad.cpp "\"app/text/labels.h\"")
forbids(app/cli/bad.cpp "\"core/linux/procfs/proc.h\"")
foreach(folder IN ITEMS models delegates text settings history)
    forbids(app/${folder}/bad.cpp "\"app/gui/window.h\"")
    forbids(app/${folder}/bad.cpp "\"app/monitor/worker.h\"")
    forbids(app/${folder}/bad.cpp <signal.h>)
endforeach()
forbids(app/monitor/bad.cpp "\"app/gui/window.h\"")
forbids(app/monitor/bad.cpp "\"app/models/table.h\"")
forbids(app/monitor/bad.cpp <QWidget>)
forbids(app/monitor/bad.cpp <pthread.h>)
forbids(app/registry/bad.cpp "\"app/gui/window.h\"")
forbids(app/registry/bad.cpp "\"app/models/table.h\"")
forbids(app/registry/bad.cpp <QWidget>)
forbids(app/registry/bad.cpp <sys/socket.h>)
forbids(app/gui/bad.cpp <QtCharts/QChart>)
forbids(app/charts/bad.h <QLineSeries>)
forbids(app/gui/bad.cpp <sys/types.h>)
forbids(app/gui/bad.cpp "\"core/linux/procfs/proc.h\"")
forbids(app/gui/bad.cpp "\"app/cli/options.h\"")

breaks(core/net/bad.cpp "${head}\n#include \"port.h\"\n" "must not include port.h")
breaks(tests/core/bad_test.cpp "${head}\n#include \"builder.h\"\n"
    "\"builder.h\" is no path from the repository's root")
breaks(core/net/bad.cpp "${head}\n#include HEADER\n" "an include that is neither")
breaks(core/net/bad.cpp "${head}\n#ifdef _WIN32\n#endif\n" "asks for the operating system")
breaks(app/gui/bad.cpp "${head}\n#if defined(Q_OS_LINUX)\n#endif\n"
    "asks for the operating system")
breaks(core/net/bad.cpp "${head}\n#  if __has_include(<sys/pidfd.h>)\n#endif\n"
    "asks for the operating system")
breaks(core/net/bad.cpp "#include <vector>\n" "does not begin with the two SPDX lines")
breaks(core/CMakeLists.txt "add_library(x)\n" "does not begin with the two SPDX lines")
breaks(.ci/run "#!/usr/bin/env bash\n" "does not begin with the two SPDX lines")
breaks(core/net/bad.h "${head}\n#include <vector>\n" "has no #pragma once")
breaks(core/net/bad.cpp "${head}\n#include <fmt/format.h>\n// fmt::join(names)\n"
    "uses fmt::join without <fmt/ranges.h>")
string(REPEAT "\n" 200 lines)
breaks(core/net/bad.h "${head}\n#pragma once\n${lines}" "has 204 lines, more than 200")
string(REPEAT "\n" 400 lines)
breaks(tests/core/bad_test.cpp "${head}${lines}" "has 402 lines, more than 400")

breaks(core/net/bad.cpp "${head}\n#include \"core/watch/watch.h\"\n"
    "must not include core/watch/watch.h: core/net may not know core/watch")
breaks(core/watch/bad.cpp "${head}\n#include \"core/registry/registry.h\"\n"
    "must not include core/registry/registry.h: core/watch may not know core/registry")
breaks(app/text/bad.cpp "${head}\n#include \"app/models/table.h\"\n"
    "must not include app/models/table.h: app/text may not know app/models")
breaks(app/gui/dialogs/new.cpp "${head}\n" "lies in no room: app/gui/dialogs is not in")
breaks(core/stray.h "${head}\n#pragma once\n" "lies in no room: core is not in")

# breaks_table(LINES SENTENCE): the good tree with these additional lines in its table must fail
# with SENTENCE.
function(breaks_table lines sentence)
    make_good_tree()
    set_rooms("${good_rooms}${lines}")
    run_rules(code output)
    string(FIND "${output}" "${sentence}" found)
    if(code EQUAL 0 OR found EQUAL -1)
        message("NOT CAUGHT: ${sentence}\n  the check said: ${output}")
        math(EXPR failures "${failures} + 1")
        set(failures ${failures} PARENT_SCOPE)
    else()
        message("caught: ${sentence}")
    endif()
endfunction()

breaks_table("core/gone: core/net\n" "core/gone: is in the table of rooms, and no folder")
breaks_table("core/net: core/linux/procfs\n"
    "rooms include one another in a circle: core/net, ")
breaks_table("app/text: app/delegates\n" "rooms include one another in a circle: app/text, ")

breaks(ARCHITECTURE.md "| `core/net` | Addresses. |\n" "does not say what the room core/watch is for")

make_good_tree()
file(REMOVE ${SCRATCH}/tests/architecture/rooms.txt)
run_rules(code output)
if(code EQUAL 0 OR NOT output MATCHES "tests/architecture/rooms.txt: is missing")
    message("NOT CAUGHT: no table of rooms")
    math(EXPR failures "${failures} + 1")
endif()

make_good_tree()
file(WRITE ${SCRATCH}/utils/stuff.txt "")
run_rules(code output)
if(code EQUAL 0 OR NOT output MATCHES "utils/: is no folder of this project")
    message("NOT CAUGHT: a new top-level folder")
    math(EXPR failures "${failures} + 1")
endif()

file(REMOVE_RECURSE ${SCRATCH})
if(failures GREATER 0)
    message(FATAL_ERROR "${failures} breaches went uncaught")
endif()
