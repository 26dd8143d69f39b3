# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs lupdate on copies of the translations, and fails if that changes them.

execute_process(COMMAND ${WRITE_CORE_MESSAGES} COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE ${SCRATCH})
file(GLOB files ${FOLDER}/*.ts)
file(COPY ${files} DESTINATION ${SCRATCH})
file(GLOB copies ${SCRATCH}/*.ts)
execute_process(COMMAND ${LUPDATE} ${ARGUMENTS} -ts ${copies}
    COMMAND_ERROR_IS_FATAL ANY ERROR_VARIABLE complaints)
if(complaints)
    message(SEND_ERROR "lupdate complains:\n${complaints}")
endif()
foreach(file IN LISTS files)
    cmake_path(GET file FILENAME name)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${file} ${SCRATCH}/${name}
        RESULT_VARIABLE is_changed OUTPUT_QUIET ERROR_QUIET)
    if(is_changed)
        execute_process(COMMAND diff -u ${file} ${SCRATCH}/${name})
        message(SEND_ERROR "${name} is not current: build the target update_translations, "
            "then translate what is new")
    endif()
endforeach()
