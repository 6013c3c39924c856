#include <gtest/gtest.h>

#include <map>

#include "inspector/protocol/Protocol.h"
#include "tests/inspector/support/Process.h"
#include "tests/inspector/support/SocketClient.h"

namespace vmscope {
namespace {

using protocol::Json;

// Descriptions are for people, and are left out of what we keep of V8's domains.
Json withoutDescriptions(Json description) {
  if (description.is_object()) {
    if (description.contains("description") && description["description"].is_string()) description.erase("description");
    for (auto& member : description) member = withoutDescriptions(member);
  } else if (description.is_array()) {
    for (auto& element : description) element = withoutDescriptions(element);
  }
  return description;
}

std::map<std::string, Json> domainsOf(std::string_view protocol) {
  std::map<std::string, Json> domains;
  const Json parsed = Json::parse(protocol);
  for (const Json& domain : parsed["domains"]) domains[domain["domain"]] = withoutDescriptions(domain);
  return domains;
}

TEST(NodeProtocol, describes_v8_s_domains_as_we_do) {
  if (std::string(KIT_NODE).empty()) GTEST_SKIP() << "there is no Node on this V8";
  test::Process node({KIT_NODE, "--inspect=127.0.0.1:0", "-e", "setInterval(() => {}, 1e6)"});
  const std::string line = node.errorLine("Debugger listening on ws://");
  const size_t url = line.find("ws://");
  ASSERT_NE(url, std::string::npos) << line;
  const auto reply = test::get(line.substr(url + 5, line.find('/', url + 5) - url - 5), "/json/protocol");
  ASSERT_EQ(reply.status, 200);
  const auto theirs = domainsOf(reply.body);
  const auto ours = domainsOf(protocol::description());
  for (const char* name : {"Runtime", "Debugger", "Console", "Profiler", "HeapProfiler", "Schema"}) {
    EXPECT_EQ(ours.at(name), theirs.at(name)) << name;
  }
}

}  // namespace
}  // namespace vmscope
