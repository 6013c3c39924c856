#include "inspector/transport/AccessRule.h"

#include <gtest/gtest.h>

namespace vmscope {
namespace {

TEST(HostRule, lets_in_localhost_and_canonical_addresses) {
  for (const char* host : {"localhost", "LocalHost", "localhost:9229", "127.0.0.1", "127.0.0.1:1",
                           "111.111.111.111:11111", "[::1]", "[::1]:9229", "[2001:db8::7]:65535"}) {
    EXPECT_TRUE(isTrustedHost(host)) << host;
  }
}

TEST(HostRule, refuses_every_name_that_someone_else_can_own) {
  for (const char* host : {"",
                           "evil.com",
                           "localhost.evil.com",
                           "localhost.",
                           "localhost6",
                           "xlocalhost",
                           "127.attacker.example",
                           "127.0.0.1.evil.com",
                           "127.0.0.1.",
                           "0x7f.1",
                           "0x7f.0.0.1",
                           "2130706433",
                           "127.1",
                           "127.0.0.01",
                           "0177.0.0.1",
                           "256.0.0.1",
                           "::1",
                           "[::1",
                           "[]",
                           "[::1].evil.com",
                           "[::1]evil",
                           "localhost:",
                           "localhost:65536",
                           "localhost:99999999999",
                           "localhost:9229:1",
                           "localhost:0x1",
                           "localhost, evil.com",
                           "127.0.0.1 ",
                           " 127.0.0.1",
                           "[localhost]",
                           "evil.com@127.0.0.1",
                           "[fe80::1%25eth0]"}) {
    EXPECT_FALSE(isTrustedHost(host)) << host;
  }
  EXPECT_FALSE(isTrustedHost(std::string_view("127.0.0.1\0.evil.com", 19)));
}

TEST(OriginRule, lets_in_devtools_and_the_page_of_the_same_authority) {
  const std::optional<std::string> host = "127.0.0.1:9229";
  for (const char* origin : {"devtools://devtools", "chrome-devtools://devtools", "http://127.0.0.1:9229"}) {
    EXPECT_TRUE(isTrustedOrigin(origin, host)) << origin;
  }
  for (const char* origin :
       {"", "null", "http://evil.com", "https://127.0.0.1:9229", "http://127.0.0.1", "http://127.0.0.1:92299",
        "http://127.0.0.1:9229.evil.com", "devtools.evil.com", "http://devtools://", "file://",
        "devtools://devtools, http://evil.com", "devtools://devtools http://evil.com"}) {
    EXPECT_FALSE(isTrustedOrigin(origin, host)) << origin;
  }
  EXPECT_FALSE(isTrustedOrigin("http://", std::nullopt));
}

TEST(ListenAddress, is_loopback_or_not) {
  for (const char* address : {"127.0.0.1", "127.9.9.9", "::1"}) EXPECT_TRUE(isLoopbackAddress(address)) << address;
  for (const char* address : {"0.0.0.0", "::", "192.168.0.1", "127.attacker.example"}) {
    EXPECT_FALSE(isLoopbackAddress(address)) << address;
  }
}

}  // namespace
}  // namespace vmscope
