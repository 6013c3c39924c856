#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vmscope {

/// Whether a Host header names this machine in a way that no attacker's domain can: localhost or an IP address in its
/// canonical form, with or without a port. A page that resolves its own name to 127.0.0.1 fails here.
bool isTrustedHost(std::string_view host);

/// Whether a page of this origin may come in: DevTools, or a page served from the very authority that was asked.
bool isTrustedOrigin(std::string_view origin, const std::optional<std::string>& host);

/// Whether an address to listen on is reached from this machine only.
bool isLoopbackAddress(std::string_view address);

/// Whether a text is an IP address in its canonical form, without brackets or port.
bool isIpAddress(std::string_view text);

/// An address as it stands in a URL: IPv6 in brackets.
std::string addressInUrl(std::string_view address);

}  // namespace vmscope
