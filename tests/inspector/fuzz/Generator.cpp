#include "tests/inspector/fuzz/Generator.h"

#include <array>
#include <set>

#include "inspector/protocol/Protocol.h"

namespace vmscope::test {
namespace {

using protocol::Json;

// These end the test, take seconds each, or make it wait for someone.
const std::set<std::string> kLeftOut = {
    "HeapProfiler.takeHeapSnapshot",
    "HeapProfiler.stopTrackingHeapObjects",
    "HeapProfiler.collectGarbage",
    "Vm.findRetainers",
    "Vm.openInspector",
    "Modules.load",
    "Runtime.terminateExecution",
};

constexpr std::array<const char*, 16> kTexts = {
    "",        "1",        "({})", "main",         "lab.js",    "x => x",
    "throw 1", "debugger", "\xff", "\xed\xa0\x80", "https://a", "Promise.resolve().then(() => 1)",
    "\\u0000", "1.1.1",    "{",    "import 'a'",
};

}  // namespace

Generator::Generator(std::uint32_t seed) : random_(seed) {
  const Json protocol = Json::parse(protocol::description());
  for (const Json& domain : protocol["domains"]) {
    for (const Json& command : domain.value("commands", Json::array())) {
      const std::string name = domain["domain"].get<std::string>() + "." + command["name"].get<std::string>();
      if (kLeftOut.count(name) == 0) methods_.push_back({name, command.value("parameters", Json::array())});
    }
  }
}

std::string Generator::message() {
  if (oneIn(40)) return bytes(200);
  if (oneIn(40))
    return "{\"id\":1,\"method\":\"Vm.enable\",\"params\":" + std::string(below(100000), oneIn(2) ? '[' : '{');
  std::string text = call().dump(-1, ' ', false, Json::error_handler_t::replace);
  return oneIn(5) ? mutate(std::move(text)) : text;
}

Json Generator::call() {
  const Method& method = methods_[below(methods_.size())];
  Json params = Json::object();
  for (const Json& parameter : method.parameters) {
    if (parameter.value("optional", false) ? oneIn(2) : oneIn(20)) continue;
    params[parameter["name"].get<std::string>()] = oneIn(6) ? anything(0) : valueOf(parameter, 0);
  }
  Json message = {{"id", oneIn(30) ? lastId_ : ++lastId_}, {"method", method.name}, {"params", params}};
  if (oneIn(50)) message["id"] = anything(0);
  if (oneIn(50)) message["method"] = anything(0);
  if (oneIn(50)) message["params"] = anything(0);
  if (oneIn(50)) message.erase(oneIn(2) ? "id" : "method");
  return message;
}

Json Generator::valueOf(const Json& description, int depth) {
  if (description.contains("enum")) return description["enum"][below(description["enum"].size())];
  const std::string type = description.value("type", "reference");
  if (type == "integer") return static_cast<std::int64_t>(below(12)) - 1;
  if (type == "number") return static_cast<double>(below(2000)) / 7;
  if (type == "boolean") return oneIn(2);
  if (type == "string" || type == "binary") return text();
  if (type == "array" && depth < 3) {
    Json list = Json::array();
    for (size_t count = below(4); count > 0; --count) list.push_back(valueOf(description["items"], depth + 1));
    return list;
  }
  return anything(depth);
}

Json Generator::anything(int depth) {
  switch (below(depth < 4 ? 9 : 7)) {
    case 0:
      return nullptr;
    case 1:
      return oneIn(2);
    case 2:
      return static_cast<std::int64_t>(random_()) - 0x7fffffff;
    case 3:
      return 1e300;
    case 4:
      return std::uint64_t{0xffffffffffffffff};
    case 5:
      return text();
    case 6:
      return -0.0;
    case 7:
      return Json::array({anything(depth + 1), anything(depth + 1)});
    default:
      return Json{{text(), anything(depth + 1)}, {"executionContextId", anything(depth + 1)}};
  }
}

std::string Generator::text() {
  if (oneIn(20)) return std::string(below(5000), 'x');
  return kTexts[below(kTexts.size())];
}

std::string Generator::mutate(std::string message) {
  for (size_t count = 1 + below(4); count > 0 && !message.empty(); --count) {
    const size_t at = below(message.size());
    switch (below(5)) {
      case 0:
        message[at] = static_cast<char>(random_());
        break;
      case 1:
        message.erase(at, 1 + below(10));
        break;
      case 2:
        message.insert(at, bytes(8));
        break;
      case 3:
        message.insert(at, "/**/");  // V8 reads comments
        break;
      default:
        message += message.substr(at, below(50));
    }
  }
  return message;
}

std::string Generator::bytes(size_t most) {
  std::string made(below(most + 1), '\0');
  for (char& c : made) c = static_cast<char>(random_());
  return made;
}

std::string Generator::httpRequest(const std::string& host) {
  static constexpr std::array<const char*, 5> methods = {"GET", "POST", "HEAD", "", "OPTIONS"};
  static constexpr std::array<const char*, 7> paths = {"/json",         "/",       "/json/list/", "*",
                                                       "http://a/json", "/json?x", "/id"};
  static constexpr std::array<const char*, 6> headers = {
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
      "dGhlIHNhbXBsZSBub25jZQ==",
      "Origin: http://evil.com",
      "Content-Length: 99999999999999999999",
      "Transfer-Encoding: chunked",
      "Sec-WebSocket-Version: 99\r\nUpgrade: websocket\r\nConnection: Upgrade",
      "X: \x01\x02"};
  std::string request = std::string(methods[oneIn(3) ? below(methods.size()) : 0]) + " " + paths[below(paths.size())] +
                        (oneIn(5) ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
  if (!oneIn(5)) request += "Host: " + host + "\r\n";
  for (size_t count = below(4); count > 0; --count) request += std::string(headers[below(headers.size())]) + "\r\n";
  request += "\r\n";
  return oneIn(3) ? mutate(std::move(request)) : request;
}

}  // namespace vmscope::test
