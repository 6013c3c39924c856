#include "inspector/command/CommandLine.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

#include "engine/module/ModuleRecorder.h"
#include "inspector/transport/AccessRule.h"

namespace vmscope {
namespace {

constexpr std::uint16_t kUsualPort = 9229;

// Takes one switch at a time off the front, then the verb's own words.
class Reader {
 public:
  explicit Reader(const std::vector<std::string>& arguments) : rest_(arguments) {}

  CommandLine read() {
    readSwitches();
    if (failed() || line_.verb == CommandLine::Verb::Version || rest_.empty()) return line_;
    readVerb(take());
    finish();
    return line_;
  }

 private:
  bool failed() const { return !line_.problem.empty(); }
  void fail(std::string problem) {
    if (!failed()) line_.problem = std::move(problem);
  }

  std::string take() {
    std::string first = rest_.front();
    rest_.erase(rest_.begin());
    return first;
  }

  void readSwitches() {
    while (!failed() && !rest_.empty() && rest_.front().starts_with("-") && rest_.front() != "-") readSwitch(take());
  }

  void readSwitch(const std::string& text) {
    const size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto value = equals == std::string::npos ? std::nullopt : std::optional(text.substr(equals + 1));
    if (name == "--inspect") return readInspect(value, InspectSwitches::Start::Run);
    if (name == "--inspect-brk") return readInspect(value, InspectSwitches::Start::Break);
    if (name == "--inspect-wait") return readInspect(value, InspectSwitches::Start::Wait);
    if (name == "--heap-limit" && line_.verb == CommandLine::Verb::Serve) return readHeapLimit(value.value_or(""));
    if (name == "--json" && runsTrace()) return readOutput(name, value, line_.trace.json);
    if (name == "--trace-event" && runsTrace()) return readOutput(name, value, line_.trace.events);
    if (name == "--graph" && runsTrace()) return readGraph(name, value);
    if (text == "--inspect-allow-remote") {
      allowsRemote_ = true;
    } else if (text == "--pipe") {
      line_.transport = CommandLine::Transport::Pipe;
    } else if (text == "--version" || text == "-v") {
      line_.verb = CommandLine::Verb::Version;
    } else if (text == "--help" || text == "-h") {
      asksForHelp_ = true;
      rest_.clear();
      line_ = {};
    } else if ((line_.verb == CommandLine::Verb::Run || runsTrace()) && text.starts_with("--")) {
      line_.v8Flags.push_back(text);
    } else {
      fail("unknown option '" + text + "'; see vmscope-engine --help");
    }
  }

  bool runsTrace() const { return line_.verb == CommandLine::Verb::Trace; }

  // A file, in the same word behind '=' or in the next one.
  void readOutput(const std::string& name, const std::optional<std::string>& value, std::string& file) {
    if (!value && rest_.empty()) return fail(name + " needs a file to write");
    file = value ? *value : take();
    if (file.empty()) fail(name + " needs a file to write");
  }

  void readHeapLimit(const std::string& text) {
    constexpr int kLeast = 16;
    constexpr int kMost = 65'536;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line_.heapLimitMegabytes);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    if (isWhole && line_.heapLimitMegabytes >= kLeast && line_.heapLimitMegabytes <= kMost) return;
    fail("--heap-limit needs megabytes from " + std::to_string(kLeast) + " to " + std::to_string(kMost));
  }

  void readGraph(const std::string& name, const std::optional<std::string>& value) {
    readOutput(name, value, line_.trace.graph);
    if (!failed() && !isGraphFile(line_.trace.graph)) fail(name + " writes files that end in .svg, .dot or .json");
  }

  void readInspect(const std::optional<std::string>& address, InspectSwitches::Start start) {
    if (!line_.inspect.listen) line_.inspect.listen = ListenOptions{{}, kUsualPort};
    line_.inspect.start = std::max(line_.inspect.start, start);
    if (address) readAddress(*address);
  }

  // PORT, HOST or HOST:PORT; a HOST of IPv6 is in brackets where a port follows.
  void readAddress(const std::string& text) {
    ListenOptions& listen = *line_.inspect.listen;
    if (readPort(text)) return;
    if (isNumber(text)) return fail("'" + text + "' is not a port from 0 to 65535");
    const size_t bracket = text.rfind(']');
    const size_t colon = text.rfind(':');
    const bool isBareV6 = isIpAddress(text);
    const bool hasPort = !isBareV6 && colon != std::string::npos && (bracket == std::string::npos || colon > bracket);
    std::string host = hasPort ? text.substr(0, colon) : text;
    if (host.starts_with("[") && host.ends_with("]")) host = host.substr(1, host.size() - 2);
    if (hasPort && !readPort(text.substr(colon + 1))) return fail("'" + text + "' has no port from 0 to 65535");
    if (host != "localhost" && !isIpAddress(host)) return fail("'" + host + "' is not an IP address or localhost");
    listen.host = host;
  }

  static bool isNumber(const std::string& text) {
    const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
  }

  bool readPort(const std::string& text) {
    if (text.size() > 5 || !isNumber(text)) return false;
    const int port = std::stoi(text);
    if (port > 65535) return false;
    line_.inspect.listen->port = static_cast<std::uint16_t>(port);
    return true;
  }

  void readVerb(const std::string& verb) {
    if (verb == "serve") return readServe();
    if (verb == "run") return readProgram(CommandLine::Verb::Run, "run needs a file");
    if (verb == "trace") return readProgram(CommandLine::Verb::Trace, "trace needs a file");
    fail("unknown command '" + verb + "'; see vmscope-engine --help");
  }

  void readServe() {
    line_.verb = CommandLine::Verb::Serve;
    readSwitches();
    if (asksForHelp_) return;
    if (!failed() && !rest_.empty()) fail("serve takes no file: '" + rest_.front() + "'");
    const bool needsAddress = line_.transport == CommandLine::Transport::None && !line_.inspect.listen;
    if (needsAddress) line_.inspect.listen = ListenOptions{{}, kUsualPort};
  }

  void readProgram(CommandLine::Verb verb, const char* fileIsMissing) {
    line_.verb = verb;
    readSwitches();
    if (failed() || asksForHelp_) return;
    if (rest_.empty()) return fail(fileIsMissing);
    if (runsTrace() && line_.inspect.listen) return fail("--inspect belongs to run and serve");
    if (line_.transport == CommandLine::Transport::Pipe) return fail("--pipe belongs to serve");
    line_.file = take();
    line_.arguments = std::move(rest_);
  }

  void finish() {
    if (!line_.inspect.listen || !allowsRemote_) return;
    line_.inspect.listen->remoteAccess = ListenOptions::RemoteAccess::Allowed;
  }

  std::vector<std::string> rest_;
  CommandLine line_;
  bool allowsRemote_ = false;
  bool asksForHelp_ = false;
};

}  // namespace

CommandLine readCommandLine(const std::vector<std::string>& arguments) {
  return Reader(arguments).read();
}

const char* usage() {
  return "Usage: vmscope-engine run [OPTIONS] FILE [ARGUMENTS]   runs a program\n"
         "       vmscope-engine trace [OPTIONS] FILE [ARGUMENTS] runs a program and tells its jobs in the order they "
         "ran\n"
         "       vmscope-engine serve [OPTIONS]                  waits for clients, 127.0.0.1:9229 by default\n"
         "       vmscope-engine serve --pipe                     serves one client on standard input and output\n"
         "\n"
         "  --inspect[=[HOST:]PORT]       listens for debuggers; port 0 picks a free one\n"
         "  --inspect-brk[=[HOST:]PORT]   also waits for one, and stops at the first statement\n"
         "  --inspect-wait[=[HOST:]PORT]  also waits for one\n"
         "  --inspect-allow-remote        lets HOST be an address that other machines reach: dangerous, whoever\n"
         "                                reaches it can run anything here\n"
         "  --heap-limit=MEGABYTES        of serve: the most that JavaScript's heap takes\n"
         "  --json FILE                   of trace: writes every row of the recording\n"
         "  --trace-event FILE            of trace: writes what Perfetto and chrome://tracing open\n"
         "  --graph FILE                  of trace: writes the modules as .svg, .dot or .json\n"
         "  other options of run, trace   go to V8, such as --max-heap-size=200\n"
         "  --version, --help\n";
}

}  // namespace vmscope
