// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/command_line.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

/// The option syntax of an interpreter, to distinguish its script from the values of options. Words
/// are separated by blanks.
struct Grammar {
    std::string_view code = {};  ///< Letters followed by program text or a prompt, not a script.
    /// Letters that take a value: the rest of the word, or the next word.
    std::string_view value = {};
    std::string_view attached = {};  ///< Letters whose value is the rest of the word.
    std::string_view shown = {};   ///< Letters whose value is run; the result has letter and value.
    std::string_view script = {};  ///< Letters whose value is the script.
    std::string_view codeWords = {};
    std::string_view valueWords = {};
    std::string_view scriptWords = {};
    /// First words that the result has together with the next word.
    std::string_view shownCommands = {};
    std::string_view skippedCommands = {};  ///< First words that come before the script.
    bool hasLetters = true;                 ///< Otherwise "-cp" is one option.
};

constexpr Grammar kNode{
    .code = "ep",
    .value = "rC",
    .codeWords = "--eval --print",
    .valueWords =
        "--require --import --loader --experimental-loader --conditions --env-file "
        "--inspect-port --title --watch-path --icu-data-dir --openssl-config"};
constexpr Grammar kPython{
    .code = "c", .value = "WXQ", .shown = "m", .valueWords = "--check-hash-based-pycs"};
constexpr Grammar kRuby{.code = "e", .value = "IrCE", .attached = "xWKTF0i"};
constexpr Grammar kPerl{.code = "eE", .value = "I", .attached = "MmxiFDVCl0d"};
constexpr Grammar kPhp{.code = "rBRFE", .value = "cdztg", .shown = "S", .script = "f"};
constexpr Grammar kJava{
    .valueWords =
        "-cp -classpath --class-path -p --module-path --add-modules --add-opens "
        "--add-exports --add-reads --limit-modules --upgrade-module-path "
        "--patch-module --enable-native-access",
    .scriptWords = "-m --module",
    .hasLetters = false};
constexpr Grammar kDeno{
    .value = "cL",
    .valueWords = "--config --import-map --port --host --cert --location --log-level",
    .shownCommands = "task",
    .skippedCommands = "run serve"};
constexpr Grammar kBun{.code = "ep",
                       .value = "rc",
                       .valueWords = "--preload --cwd --config --port",
                       .skippedCommands = "run"};
constexpr Grammar kShell{.code = "cs", .value = "oO", .valueWords = "--rcfile --init-file"};
constexpr Grammar kOther{.code = "e"};

const Grammar& grammarOf(Interpreter interpreter)
{
    switch (interpreter) {
        case Interpreter::Node:
            return kNode;
        case Interpreter::Python:
            return kPython;
        case Interpreter::Ruby:
            return kRuby;
        case Interpreter::Perl:
            return kPerl;
        case Interpreter::Php:
            return kPhp;
        case Interpreter::Java:
            return kJava;
        case Interpreter::Deno:
            return kDeno;
        case Interpreter::Bun:
            return kBun;
        case Interpreter::Shell:
            return kShell;
        case Interpreter::None:
        case Interpreter::Dotnet:
        case Interpreter::Other:
            break;
    }
    return kOther;
}

bool containsWord(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const std::string_view next = words.substr(0, words.find(' '));
        if (next == word) {
            return true;
        }
        words.remove_prefix(std::min(words.size(), next.size() + 1));
    }
    return false;
}

bool containsLetter(std::string_view letters, char letter)
{
    return letters.find(letter) != std::string_view::npos;
}

/// Reads the words after the interpreter's name, up to the script.
class ScriptFinder {
public:
    ScriptFinder(const Grammar& grammar, const std::vector<std::string>& command)
        : m_grammar(grammar)
        , m_command(command)
    {
    }

    std::optional<std::string> find()
    {
        while (const std::string* word = next()) {
            if (*word == "--") {
                return optionalNext();
            }
            if (word->empty() || *word == "-") {
                return std::nullopt;
            }
            const bool isOption = word->front() == '-' || word->front() == '+';
            if (!isOption && containsWord(m_grammar.shownCommands, *word)) {
                return shown(*word, optionalNext());
            }
            if (!isOption && !containsWord(m_grammar.skippedCommands, *word)) {
                return *word;
            }
            if (isOption && takeOption(*word)) {
                return m_answer;
            }
        }
        return std::nullopt;
    }

private:
    const std::string* next()
    {
        ++m_at;
        return m_at < m_command.size() ? &m_command[m_at] : nullptr;
    }

    std::optional<std::string> optionalNext()
    {
        const std::string* word = next();
        return word != nullptr && !word->empty() ? std::optional(*word) : std::nullopt;
    }

    static std::optional<std::string> shown(std::string_view option,
                                            const std::optional<std::string>& value)
    {
        return value ? std::optional(std::string(option) + " " + *value) : std::nullopt;
    }

    /// @return Whether the search ends here; m_answer is its result.
    bool takeOption(std::string_view word)
    {
        if (containsWord(m_grammar.codeWords, word)) {
            return true;
        }
        if (containsWord(m_grammar.scriptWords, word)) {
            m_answer = optionalNext();
            return true;
        }
        if (containsWord(m_grammar.valueWords, word)) {
            next();
            return false;
        }
        return m_grammar.hasLetters && !word.starts_with("--") && takeLetters(word.substr(1));
    }

    bool takeLetters(std::string_view letters)
    {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const char letter = letters[i];
            const std::string_view rest = letters.substr(i + 1);
            if (containsLetter(m_grammar.code, letter)) {
                return true;
            }
            if (containsLetter(m_grammar.attached, letter)) {
                return false;
            }
            const bool isReported = containsLetter(m_grammar.shown, letter);
            if (isReported || containsLetter(m_grammar.script, letter)) {
                const auto value = rest.empty() ? optionalNext() : std::optional(std::string(rest));
                m_answer = isReported ? shown(std::string("-") + letter, value) : value;
                return true;
            }
            if (containsLetter(m_grammar.value, letter)) {
                if (rest.empty()) {
                    next();
                }
                return false;
            }
        }
        return false;
    }

    const Grammar& m_grammar;
    const std::vector<std::string>& m_command;
    std::size_t m_at = 0;
    std::optional<std::string> m_answer;
};

/// Whether the rest of an interpreter's file name is its version: "3.11", "-3.0", "-2.1.0-beta3".
/// Python's can end with letters for how it was built ("3.7m", "3.13t"; PEP 3149) or "-dbg".
bool isVersion(std::string_view rest, Interpreter interpreter) noexcept
{
    constexpr std::string_view kDigits = "0123456789";
    if (rest.size() > 1 && rest.front() == '-' && containsLetter(kDigits, rest[1])) {
        return rest.find_first_not_of("0123456789.-_abcdefghijklmnopqrstuvwxyz") ==
               std::string_view::npos;
    }
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("0123456789.")));
    if (interpreter == Interpreter::Python && !rest.empty()) {
        return rest == "-dbg" || rest.find_first_not_of("dmut") == std::string_view::npos;
    }
    return rest.empty();
}

}  // namespace

std::vector<std::string> splitCommandLine(std::string_view text, std::size_t limit)
{
    const auto last = text.find_last_not_of('\0');
    text = last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
    std::vector<std::string> words;
    while (!text.empty() && words.size() < limit) {
        const std::string_view word = text.substr(0, text.find('\0'));
        words.emplace_back(word);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return words;
}

std::string_view baseName(std::string_view path) noexcept
{
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) {
        return path.substr(slash + 1);
    }
    return path.size() > 1 && path.front() == '-' ? path.substr(1) : path;
}

Interpreter interpreterOf(std::string_view executableName) noexcept
{
    using Row = std::pair<std::string_view, Interpreter>;
    static constexpr std::array<Row, 27> kNames{{
        {"node", Interpreter::Node},     {"nodejs", Interpreter::Node},
        {"python", Interpreter::Python}, {"pypy", Interpreter::Python},
        {"ruby", Interpreter::Ruby},     {"perl", Interpreter::Perl},
        {"php", Interpreter::Php},       {"java", Interpreter::Java},
        {"deno", Interpreter::Deno},     {"bun", Interpreter::Bun},
        {"dotnet", Interpreter::Dotnet}, {"sh", Interpreter::Shell},
        {"bash", Interpreter::Shell},    {"dash", Interpreter::Shell},
        {"ash", Interpreter::Shell},     {"zsh", Interpreter::Shell},
        {"ksh", Interpreter::Shell},     {"mksh", Interpreter::Shell},
        {"fish", Interpreter::Shell},    {"lua", Interpreter::Other},
        {"luajit", Interpreter::Other},  {"tclsh", Interpreter::Other},
        {"wish", Interpreter::Other},    {"Rscript", Interpreter::Other},
        {"guile", Interpreter::Other},   {"julia", Interpreter::Other},
        {"mono", Interpreter::Other},
    }};
    for (const auto& [name, interpreter] : kNames) {
        if (executableName.starts_with(name) &&
            isVersion(executableName.substr(name.size()), interpreter)) {
            return interpreter;
        }
    }
    return Interpreter::None;
}

std::optional<std::string> scriptOf(Interpreter interpreter,
                                    const std::vector<std::string>& command)
{
    if (interpreter == Interpreter::None) {
        return std::nullopt;
    }
    if (interpreter == Interpreter::Dotnet) {
        const auto isAssembly = [](const std::string& word) { return word.ends_with(".dll"); };
        const auto found = std::find_if(command.begin(), command.end(), isAssembly);
        return found != command.end() ? std::optional(*found) : std::nullopt;
    }
    return ScriptFinder(grammarOf(interpreter), command).find();
}

}  // namespace quaywatch::linux_backend
