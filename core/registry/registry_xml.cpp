// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_xml.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::string_view kRegistryId = "service-names-port-numbers";
/// IANA's nesting is two deep: a paragraph in a note, and a reference in the paragraph.
constexpr int kDeepestText = 8;

void appendText(const pugi::xml_node& node, int depth, std::string& text)
{
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = child.name();
        const bool isPerson = std::string_view(child.attribute("type").value()) == "person";
        if (name == "xref" && !isPerson) {
            // A reference is rendered as its target: "released by" is followed by "rfc9900".
            text.append(" ").append(child.attribute("data").value()).append(" ");
        } else if (name == "br" || name == "paragraph") {
            text += '\n';
        }
        text += child.value();
        if (depth > 0) {
            appendText(child, depth - 1, text);
        }
    }
}

std::string textOf(const pugi::xml_node& record, const char* element)
{
    std::string text;
    for (const pugi::xml_node& node : record.children(element)) {
        if (!text.empty()) {
            text += '\n';
        }
        appendText(node, kDeepestText, text);
    }
    return text;
}

bool hasDocumentType(const pugi::xml_document& document)
{
    return std::any_of(document.begin(), document.end(), [](const pugi::xml_node& node) {
        return node.type() == pugi::node_doctype;
    });
}

}  // namespace

Result<RegistryRecords> readRegistryXml(std::string_view text)
{
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!parsed) {
        return failure(ErrorCode::Malformed,
                       Message(MessageId::InvalidXml, static_cast<std::uint64_t>(parsed.offset),
                               parsed.description()));
    }
    if (hasDocumentType(document)) {
        return failure(ErrorCode::Malformed, Message(MessageId::XmlDocumentType));
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "registry" ||
        root.attribute("id").value() != kRegistryId) {
        return failure(ErrorCode::Malformed,
                       Message(MessageId::OtherXml, displayText(root.name(), 40), kRegistryId));
    }
    RegistryRecords result;
    result.date = textOf(root, "updated");
    for (const pugi::xml_node& record : root.children("record")) {
        if (result.records.size() == kMaxRegistryRecords) {
            return failure(ErrorCode::Malformed, Message(MessageId::TooManyRecords));
        }
        result.records.push_back({textOf(record, "name"), textOf(record, "number"),
                                  textOf(record, "protocol"), textOf(record, "description"),
                                  textOf(record, "note")});
    }
    return result;
}

}  // namespace quaywatch
