#include "inspector/transport/DiscoveryEndpoint.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

namespace vmscope {
namespace {

using Json = nlohmann::json;

const DiscoveryEndpoint endpoint({"4b1f-id", "lab", "file:///lab", "1.2.3"});

HttpRequest get(const std::string& path) {
  return {"GET", path, "localhost:9229", std::nullopt, "127.0.0.1:9229"};
}

TEST(Discovery, lists_the_one_target_with_the_address_that_was_asked) {
  const HttpResponse response = endpoint.answer(get("/json"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.contentType, "application/json; charset=UTF-8");
  const Json list = Json::parse(response.body);
  ASSERT_EQ(list.size(), 1u);
  const Json& target = list[0];
  EXPECT_EQ(target["id"], "4b1f-id");
  EXPECT_EQ(target["title"], "lab");
  EXPECT_EQ(target["type"], "node");
  EXPECT_EQ(target["url"], "file:///lab");
  EXPECT_EQ(target["webSocketDebuggerUrl"], "ws://localhost:9229/4b1f-id");
  EXPECT_EQ(target["devtoolsFrontendUrl"],
            "devtools://devtools/bundled/js_app.html?v8only=true&ws=localhost:9229/4b1f-id");
  EXPECT_EQ(target.size(), 9u);
}

TEST(Discovery, without_a_host_header_tells_the_address_of_the_socket) {
  HttpRequest request = get("/json/list");
  request.host.reset();
  EXPECT_EQ(Json::parse(endpoint.answer(request).body)[0]["webSocketDebuggerUrl"], "ws://127.0.0.1:9229/4b1f-id");
}

TEST(Discovery, understands_trailing_slashes_and_capitals) {
  for (const char* path : {"/json", "/json/", "/JSON", "/json/list", "/Json/List/"}) {
    EXPECT_EQ(endpoint.answer(get(path)).body, endpoint.answer(get("/json")).body) << path;
  }
}

TEST(Discovery, tells_its_version_in_two_lines_of_this_order) {
  EXPECT_EQ(endpoint.answer(get("/json/version")).body,
            "{\n  \"Browser\": \"vmscope/1.2.3\",\n  \"Protocol-Version\": \"1.1\"\n}");
}

TEST(Discovery, describes_the_domains_of_v8_and_ours) {
  const Json protocol = Json::parse(endpoint.answer(get("/json/protocol")).body);
  std::set<std::string> names;
  for (const Json& domain : protocol["domains"]) names.insert(domain["domain"]);
  for (const char* name : {"Runtime", "Debugger", "Console", "Profiler", "HeapProfiler", "Schema", "Vm", "Modules",
                           "Microtasks", "Trace", "NodeRuntime", "NodeWorker"}) {
    EXPECT_EQ(names.count(name), 1u) << name;
  }
}

TEST(Discovery, answers_everything_else_with_400) {
  for (const char* path :
       {"/", "", "/json/badpath", "/json/activate", "/json/activate/1", "/json?x", "/jsonx", "//json"}) {
    const HttpResponse response = endpoint.answer(get(path));
    EXPECT_EQ(response.status, 400) << path;
    EXPECT_EQ(response.body, "WebSockets request was expected") << path;
  }
  HttpRequest post = get("/json");
  post.method = "POST";
  EXPECT_EQ(endpoint.answer(post).status, 400);
}

TEST(Discovery, refuses_a_foreign_host_and_a_foreign_origin) {
  HttpRequest rebound = get("/json");
  rebound.host = "evil.com";
  EXPECT_EQ(endpoint.answer(rebound).status, 400);
  HttpRequest page = get("/json");
  page.origin = "http://evil.com";
  EXPECT_EQ(endpoint.answer(page).status, 403);
}

TEST(Upgrade, takes_the_right_path_host_and_origin) {
  EXPECT_EQ(endpoint.refusal(get("/4b1f-id")), std::nullopt);

  HttpRequest devtools = get("/4b1f-id");
  devtools.origin = "devtools://devtools";
  EXPECT_EQ(endpoint.refusal(devtools), std::nullopt);

  EXPECT_EQ(endpoint.refusal(get("/other"))->status, 400);
  EXPECT_EQ(endpoint.refusal(get("/4B1F-ID"))->status, 400);

  HttpRequest rebound = get("/4b1f-id");
  rebound.host = "localhost.evil.com";
  EXPECT_EQ(endpoint.refusal(rebound)->status, 400);

  HttpRequest page = get("/4b1f-id");
  page.origin = "http://evil.com";
  EXPECT_EQ(endpoint.refusal(page)->status, 403);
}

TEST(Uuid, is_of_version_4_and_never_the_same) {
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  EXPECT_TRUE(std::regex_match(randomUuid(), form)) << randomUuid();
  EXPECT_NE(randomUuid(), randomUuid());
}

}  // namespace
}  // namespace vmscope
