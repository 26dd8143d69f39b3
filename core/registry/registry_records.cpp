// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_records.h"

#include "core/message/message_list.h"
#include "core/registry/registry_csv.h"
#include "core/registry/registry_xml.h"

namespace quaywatch {

Result<RegistryRecords> readRegistryRecords(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.size() > kMaxRegistryBytes) {
        return failure(ErrorCode::Malformed, Message(MessageId::RegistryTooLarge));
    }
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    if (text.find('\0') != std::string_view::npos) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoTextFile));
    }
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
        return failure(ErrorCode::Malformed, Message(MessageId::FileEmpty));
    }
    return text[begin] == '<' ? readRegistryXml(text) : readRegistryCsv(text);
}

}  // namespace quaywatch
