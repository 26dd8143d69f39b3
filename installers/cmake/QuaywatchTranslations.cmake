# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window's languages: resources/translations/*.ts are compiled into the program's resources.

set(quaywatch_translations_folder ${CMAKE_SOURCE_DIR}/resources/translations)
# Arguments of lupdate: no line numbers, since otherwise every commit would change the files.
set(quaywatch_core_messages ${CMAKE_BINARY_DIR}/translations/core_messages.cpp)
set(quaywatch_lupdate_arguments -silent -locations none -no-obsolete
    -I ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/app ${quaywatch_translations_folder}/qt_words.h
    ${quaywatch_core_messages})
# Writes the messages of core for lupdate.
set(quaywatch_write_core_messages
    python3 ${quaywatch_translations_folder}/write_core_messages.py
    ${CMAKE_SOURCE_DIR}/core/message ${quaywatch_core_messages})

find_package(Qt6LinguistTools 6.4 QUIET)

# quaywatch_add_translations(TARGET): adds the languages to a library's resources, as :/i18n.
function(quaywatch_add_translations target)
    if(NOT TARGET Qt6::lrelease)
        message(STATUS "The window speaks English alone: there is no Qt6LinguistTools")
        return()
    endif()
    file(GLOB sources CONFIGURE_DEPENDS ${quaywatch_translations_folder}/*.ts)
    set(compiled "")
    set(languages "")
    foreach(source IN LISTS sources)
        cmake_path(GET source STEM name)
        set(output ${CMAKE_CURRENT_BINARY_DIR}/i18n/${name}.qm)
        add_custom_command(OUTPUT ${output}
            COMMAND Qt6::lrelease -silent ${source} -qm ${output}
            DEPENDS ${source} VERBATIM)
        list(APPEND compiled ${output})
        string(REPLACE quaywatch_ "" name ${name})
        list(APPEND languages ${name})
    endforeach()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/i18n)
    qt_add_resources(${target} quaywatch_i18n PREFIX /i18n
        BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n FILES ${compiled}
        OPTIONS --format-version 1)
    list(JOIN languages ", " languages)
    message(STATUS "The window speaks English, ${languages}")
    add_custom_target(update_translations
        COMMAND ${quaywatch_write_core_messages}
        COMMAND Qt6::lupdate ${quaywatch_lupdate_arguments} -ts ${sources}
        COMMENT "Bringing the window's messages into resources/translations" VERBATIM)
endfunction()
