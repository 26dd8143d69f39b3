// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/bind_json.h"

#include <cstdint>
#include <memory>
#include <string>

namespace quaywatch::cli {
namespace {

/// The address as bind() needs it: a link-local one with its link.
std::string scopedText(const IpAddress& address, std::uint32_t device,
                       const std::shared_ptr<const std::string>& interfaceName)
{
    std::string text = address.toString();
    if (device != 0) {
        text += '%' + (interfaceName ? *interfaceName : std::to_string(device));
    }
    return text;
}

void writeBindHolder(JsonWriter& json, const SocketRecord& holder)
{
    json.beginObject();
    json.member("protocol", token(holder.key.protocol));
    json.member("address", scopedText(holder.key.localAddress, holder.key.localAddress.scopeId(),
                                      holder.interfaceName));
    json.member("port", holder.key.localPort);
    json.member("state", token(holder.state));
    json.member("v6only", holder.isV6Only);
    if (holder.owners().empty()) {
        json.key("pid").null().key("name").null().key("user").null();
    } else {
        const ProcessInfo& owner = *holder.owners().front();
        json.member("pid", owner.id.pid).member("name", owner.name).member("user", owner.user);
    }
    json.endObject();
}

}  // namespace

void writeBindForecast(JsonWriter& json, const std::vector<BindForecast>& rows)
{
    json.beginArray();
    for (const BindForecast& row : rows) {
        json.beginObject();
        json.member("address", scopedText(row.address, row.device, row.interfaceName));
        json.member("v6only", row.isV6Only);
        json.member("result", token(row.result));
        json.member("because", row.because.english());
        json.key("holder");
        if (row.holder != nullptr) {
            writeBindHolder(json, *row.holder);
        } else {
            json.null();
        }
        json.endObject();
    }
    json.endArray();
}

}  // namespace quaywatch::cli
