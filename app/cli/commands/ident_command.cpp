// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "core/sockets/ident.h"
#include "core/text/json_writer.h"

#include <utility>

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(LOCAL is this machine's port, REMOTE the peer's. The answer is RFC 1413's line:
  6193 , 23 : USERID : UNIX : alice
  6193 , 23 : ERROR : NO-USER

Exit codes: 0 USERID; 1 NO-USER; 2 INVALID-PORT; 3 HIDDEN-USER; 4 UNKNOWN-ERROR.
)";

ExitCode exitCodeOf(const IdentAnswer& answer) noexcept
{
    if (!answer.error) {
        return ExitCode::Done;
    }
    switch (*answer.error) {
        case IdentError::InvalidPort:
            return ExitCode::Usage;
        case IdentError::NoUser:
            return ExitCode::NotFound;
        case IdentError::HiddenUser:
            return ExitCode::NotPermitted;
        case IdentError::UnknownError:
            break;
    }
    return ExitCode::Failed;
}

/// The two numbers as they were written, for an answer about invalid ports; empty if they are not
/// numbers.
std::optional<std::pair<std::string, std::string>> writtenPair(std::string_view text)
{
    const auto number = [](std::string_view part) {
        const std::size_t first = part.find_first_not_of(' ');
        const std::size_t last = part.find_last_not_of(' ');
        const std::string_view bare =
            first == std::string_view::npos ? "" : part.substr(first, last - first + 1);
        constexpr std::size_t kLongest = 20;
        const bool isNumber = !bare.empty() && bare.size() <= kLongest &&
                              bare.find_first_not_of("0123456789") == std::string_view::npos;
        return std::string(isNumber ? bare : "");
    };
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        return std::nullopt;
    }
    std::pair<std::string, std::string> pair{number(text.substr(0, comma)),
                                             number(text.substr(comma + 1))};
    return pair.first.empty() || pair.second.empty() ? std::nullopt : std::optional(pair);
}

/// Parses the address, if one was given.
Result<std::optional<WantedAddress>> parseAddress(const std::optional<std::string>& text)
{
    if (!text) {
        return std::optional<WantedAddress>{};
    }
    Result<WantedAddress> address = WantedAddress::parse(*text);
    if (!address) {
        return failure(ErrorCode::Malformed, "'" + *text + "' is not an IP address");
    }
    return std::optional(*std::move(address));
}

std::string_view errorToken(const IdentAnswer& answer) noexcept
{
    const std::string_view text = answer.text;
    return text.substr(text.rfind(' ') + 1);
}

void print(const Context& context, const std::string& pair, const IdentAnswer& answer, bool isJson)
{
    const std::string line = pair + " : " + answer.text;
    if (!isJson) {
        context.out.line(line);
        return;
    }
    JsonWriter json(context.out.text());
    json.beginObject().key("schema").value(1).key("line").value(line);
    json.key("ident");
    if (answer.error) {
        json.null().key("error").value(errorToken(answer));
    } else {
        json.value(answer.text).key("error").null();
    }
    json.endObject();
    context.out.text() += '\n';
}

ExitCode refuse(const Context& context, const std::string& words, bool isJson)
{
    if (const auto pair = writtenPair(words)) {
        print(context, pair->first + " , " + pair->second,
              {IdentError::InvalidPort, "ERROR : INVALID-PORT"}, isJson);
    }
    return context.fail(ExitCode::Usage, "'" + words +
                                             "' is not a pair of ports from 1 to 65535: write "
                                             "for example 6193,23");
}

}  // namespace

ExitCode runIdent(const Context& context, const Arguments& arguments)
{
    std::vector<std::string> parts;
    std::optional<std::string> localText;
    std::optional<std::string> remoteText;
    bool isJson = false;
    CommandLine line("ident", "Reports the user of a TCP connection, as RFC 1413 does.");
    line.words("PAIR", parts, "LOCAL,REMOTE; spaces around the comma are allowed", 1);
    line.option("--local", localText, "ADDR", "Only with this address of this machine");
    line.option("--remote", remoteText, "ADDR", "Only with this address of the peer");
    line.flag("--json", isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    std::string words;
    for (const std::string& part : parts) {
        words += (words.empty() ? "" : " ") + part;
    }
    const Result<std::optional<WantedAddress>> local = parseAddress(localText);
    const Result<std::optional<WantedAddress>> remote = parseAddress(remoteText);
    if (!local || !remote) {
        return context.fail(local ? remote.error() : local.error());
    }
    const Result<PortPair> ports = parsePortPair(words);
    if (!ports) {
        return refuse(context, words, isJson);
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::Everything);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    const IdentAnswer answer = answerIdent(**snapshot, *ports, *local, *remote);
    print(context, std::to_string(ports->local) + " , " + std::to_string(ports->remote), answer,
          isJson);
    return exitCodeOf(answer);
}

}  // namespace quaywatch::cli
