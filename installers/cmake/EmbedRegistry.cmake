# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Converts the tables of resources/iana to C++ initializers: cmake -DSOURCE=DIR -DOUTPUT=DIR -P
# this. It only rearranges columns. The compiler computes sizes and offsets, and core does not
# compile if a table is out of order, so nothing needs to be computed or checked when the program
# starts.

set(words tcp udp sctp dccp
    :assigned :private :unassigned :reserved :deassigned)
set(constants kTcp kUdp kSctp kDccp
    AssignmentState::Assigned AssignmentState::Private AssignmentState::Unassigned
    AssignmentState::Reserved AssignmentState::Deassigned)

# quaywatch_read_rows(FILE VARIABLE): reads the rows, each after a newline, without comments, with a
# single port written as a range, and with the text escaped for a C++ string literal.
function(quaywatch_read_rows file variable)
    file(READ "${SOURCE}/${file}" text)
    string(REGEX REPLACE "\n#[^\n]*" "" text "\n${text}")
    foreach(special "\\" "\"" "?")
        string(REPLACE "${special}" "\\${special}" text "${text}")
    endforeach()
    string(REGEX REPLACE "\n([0-9]+)\t" "\n\\1-\\1\t" text "${text}")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# quaywatch_write_places(FILE ROWS PATTERN STATE): writes {first, last, kTcp | kUdp, state} per row.
function(quaywatch_write_places file rows pattern state)
    string(REGEX REPLACE "${pattern}" "\n{\\1;\\2;\\3;${state}}" text "${rows}")
    foreach(word constant IN ZIP_LISTS words constants)
        string(REPLACE "${word}" "${constant}" text "${text}")
    endforeach()
    string(REPLACE "," " | " text "${text}")
    string(REPLACE ";" ", " text "${text}")
    string(REPLACE "}" "}," text "${text}")
    file(WRITE "${OUTPUT}/${file}" "${text}\n")
endfunction()

# quaywatch_write(FILE ROWS PATTERN REPLACEMENT)
function(quaywatch_write file rows pattern replacement)
    string(REGEX REPLACE "${pattern}" "${replacement}" text "${rows}")
    file(WRITE "${OUTPUT}/${file}" "${text}\n")
endfunction()

set(field "([^\t\n]*)")
set(place "\n([0-9]+)-([0-9]+)\t${field}")

file(STRINGS "${SOURCE}/ports.tsv" date REGEX "^# date: [-0-9]+$")
string(REPLACE "# date: " "" date "${date}")
file(WRITE "${OUTPUT}/ports_date.inc" "\"${date}\"\n")

quaywatch_read_rows(ports.tsv rows)
set(row "${place}\t${field}\t${field}\t${field}")
quaywatch_write_places(ports_places.inc "${rows}" "${row}" ":\\4")
quaywatch_write(ports_sizes.inc "${rows}" "${row}" "\n{sizeof(\"\\5\") - 1, sizeof(\"\\6\") - 1},")
quaywatch_write(ports_text.inc "${rows}" "${row}" "\n\"\\5\" \"\\6\"")

# The fourth column has the sources, for people who read the table.
quaywatch_read_rows(often_used_by.tsv rows)
set(row "${place}\t${field}\t${field}")
quaywatch_write_places(often_used_places.inc "${rows}" "${row}" "AssignmentState::Unlisted")
quaywatch_write(often_used_sizes.inc "${rows}" "${row}" "\n{sizeof(\"\\4\") - 1, 0},")
quaywatch_write(often_used_text.inc "${rows}" "${row}" "\n\"\\4\"")
