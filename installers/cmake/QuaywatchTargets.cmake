# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The two INTERFACE targets every target of ours links: what we compile with, and what we are
# warned of. Libraries come in as SYSTEM and are not held to our warnings.

add_library(quaywatch_options INTERFACE)
target_compile_features(quaywatch_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_include_directories(quaywatch_options INTERFACE ${CMAKE_SOURCE_DIR})

if(QUAYWATCH_SANITIZE)
    target_compile_options(quaywatch_options INTERFACE
        -fsanitize=${QUAYWATCH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(quaywatch_options INTERFACE -fsanitize=${QUAYWATCH_SANITIZE})
endif()
if(QUAYWATCH_FUZZ)
    # Coverage everywhere; the fuzzers alone link libFuzzer's main().
    target_compile_options(quaywatch_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(quaywatch_warnings INTERFACE)
target_compile_options(quaywatch_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
# g++ 12 warns of `"text" + std::string` with impossible sizes (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(quaywatch_warnings INTERFACE -Wno-restrict)
endif()

# quaywatch_precompile(TARGET header...): parses these, and the standard library's usual ones, once
# for all of a target's sources. Of others alone: a header of ours here would rebuild everything
# when it changes. Every file still includes what it uses: the preset tidy, which goes without,
# shows one that does not. Not where we optimize: g++ 12 then takes inlined parts of the library
# for ours, and warns of them (the tests are never optimized).
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
