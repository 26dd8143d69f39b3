# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The INTERFACE targets for the project's own targets: compile options, warnings, and the hardening
# of the programs that users run. Libraries are included as SYSTEM, so the warnings do not apply to
# them.

# The sources do not compile with older compilers than these, or were never tried with them.
foreach(minimum "GNU 12 g++" "Clang 14 clang" "AppleClang 15 clang")
    separate_arguments(minimum)
    list(GET minimum 0 compiler)
    list(GET minimum 1 version)
    list(GET minimum 2 program)
    if(CMAKE_CXX_COMPILER_ID STREQUAL compiler AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS version)
        message(FATAL_ERROR "Quaywatch needs ${program} ${version} or newer, and "
            "${CMAKE_CXX_COMPILER} is ${CMAKE_CXX_COMPILER_VERSION}. Name another compiler with "
            "-DCMAKE_CXX_COMPILER=...")
    endif()
endforeach()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug, RelWithDebInfo or MinSizeRel" FORCE)
endif()

add_library(quaywatch_options INTERFACE)
target_compile_features(quaywatch_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_include_directories(quaywatch_options INTERFACE ${CMAKE_SOURCE_DIR})

# A folder of the build machine is no part of the program: the same sources give the same programs in
# every folder. The last option counts first.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(quaywatch_options INTERFACE
        -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${CMAKE_BINARY_DIR}=./build)
endif()

if(QUAYWATCH_SANITIZE)
    target_compile_options(quaywatch_options INTERFACE
        -fsanitize=${QUAYWATCH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(quaywatch_options INTERFACE -fsanitize=${QUAYWATCH_SANITIZE})
endif()

add_library(quaywatch_warnings INTERFACE)
target_compile_options(quaywatch_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual)
if(QUAYWATCH_WARNINGS_AS_ERRORS)
    target_compile_options(quaywatch_warnings INTERFACE -Werror)
endif()
# g++ warns about `"text" + std::string` with impossible sizes (GCC bug 105651; seen with 12 to 14).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(quaywatch_warnings INTERFACE -Wno-restrict)
endif()

# quaywatch_install_completions(PROGRAM COMPONENT): for bash, zsh and fish, where each looks for them.
function(quaywatch_install_completions program component)
    set(completions ${CMAKE_SOURCE_DIR}/resources/completions)
    install(FILES ${completions}/${program}.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program} COMPONENT ${component})
    install(FILES ${completions}/${program}.zsh
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _${program} COMPONENT ${component})
    install(FILES ${completions}/${program}.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT ${component})
endfunction()

# quaywatch_build_as_units(TARGET [APART regex...]): with CMAKE_UNITY_BUILD, compiles ten sources of
# a folder at a time, which takes less than half the time. Files that match APART are compiled
# alone. Units do not cross folders: file-local names are unique only within a folder.
function(quaywatch_build_as_units target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "APART")
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(apart IN LISTS arg_APART)
        list(FILTER sources EXCLUDE REGEX "${apart}")
    endforeach()
    list(SORT sources)
    set(last_folder "")
    foreach(source IN LISTS sources)
        cmake_path(GET source PARENT_PATH folder)
        if(NOT folder STREQUAL last_folder)
            set(last_folder "${folder}")
            set(count 0)
        endif()
        math(EXPR unit "${count} / 10")
        math(EXPR count "${count} + 1")
        # Includes the parent folders: there is an app/history and an app/gui/history.
        cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
            OUTPUT_VARIABLE name)
        cmake_path(RELATIVE_PATH name BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
        string(MAKE_C_IDENTIFIER "${name}" name)
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${name}_${unit}")
    endforeach()
endfunction()

# quaywatch_precompile(TARGET header...): parses these headers, and the usual ones of the standard
# library, once for all sources of a target. Only headers of libraries: a change in a project header
# would rebuild everything. Every file still includes what it uses; the preset tidy, which does not
# precompile, finds files that do not. Not used in optimized builds: there, g++ 12 treats inlined
# library code as the project's own, and warns about it (the tests of a release build are not
# optimized).
function(quaywatch_precompile target)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "STATIC_LIBRARY" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
        return()
    endif()
    set(headers <algorithm> <array> <atomic> <chrono> <condition_variable> <cstdint> <deque>
        <functional> <map> <memory> <mutex> <optional> <set> <span> <string> <string_view>
        <thread> <tuple> <unordered_map> <utility> <variant> <vector> ${ARGN})
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()
