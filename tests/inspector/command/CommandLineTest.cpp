#include "inspector/command/CommandLine.h"

#include <gtest/gtest.h>

namespace vmscope {
namespace {

using Verb = CommandLine::Verb;
using Start = InspectSwitches::Start;

TEST(CommandLine, understands_the_commands) {
  EXPECT_EQ(readCommandLine({}).verb, Verb::Help);
  EXPECT_EQ(readCommandLine({"--help"}).verb, Verb::Help);
  EXPECT_EQ(readCommandLine({"--version"}).verb, Verb::Version);
  EXPECT_EQ(readCommandLine({"serve"}).verb, Verb::Serve);
  EXPECT_EQ(readCommandLine({"run", "a.js"}).verb, Verb::Run);
}

TEST(CommandLine, hands_what_follows_the_file_to_the_program) {
  const CommandLine line = readCommandLine({"run", "--inspect=0", "--max-heap-size=60", "a.js", "--inspect-brk", "x"});
  EXPECT_EQ(line.file, "a.js");
  EXPECT_EQ(line.arguments, (std::vector<std::string>{"--inspect-brk", "x"}));
  EXPECT_EQ(line.v8Flags, (std::vector<std::string>{"--max-heap-size=60"}));
  EXPECT_EQ(line.inspect.start, Start::Run);
}

TEST(CommandLine, takes_switches_before_and_after_the_command) {
  EXPECT_EQ(readCommandLine({"--inspect=1234", "run", "a.js"}).inspect.listen->port, 1234);
  EXPECT_EQ(readCommandLine({"run", "--inspect=1234", "a.js"}).inspect.listen->port, 1234);
}

TEST(CommandLine, writes_a_trace_where_it_is_told) {
  const CommandLine line =
      readCommandLine({"trace", "--json=a.json", "--trace-event", "b.json", "--stack-size=500", "a.js"});
  EXPECT_EQ(line.verb, Verb::Trace);
  EXPECT_EQ(line.trace.json, "a.json");
  EXPECT_EQ(line.trace.events, "b.json");
  EXPECT_EQ(line.v8Flags, (std::vector<std::string>{"--stack-size=500"}));
  EXPECT_EQ(line.file, "a.js");
  EXPECT_EQ(readCommandLine({"trace"}).problem, "trace needs a file");
  EXPECT_EQ(readCommandLine({"trace", "--json"}).problem, "--json needs a file to write");
  EXPECT_EQ(readCommandLine({"trace", "--graph=g.svg", "a.js"}).trace.graph, "g.svg");
  EXPECT_EQ(readCommandLine({"trace", "--graph", "g.txt", "a.js"}).problem,
            "--graph writes files that end in .svg, .dot or .json");
}

struct Address {
  const char* text;
  const char* host;
  int port;
};

TEST(CommandLine, reads_addresses) {
  const Address addresses[] = {
      {"--inspect", "", 9229},
      {"--inspect=0", "", 0},
      {"--inspect=localhost", "localhost", 9229},
      {"--inspect=localhost:1", "localhost", 1},
      {"--inspect=127.0.0.1:65535", "127.0.0.1", 65535},
      {"--inspect=::1", "::1", 9229},
      {"--inspect=[::1]:80", "::1", 80},
      {"--inspect=[::1]", "::1", 9229},
  };
  for (const Address& each : addresses) {
    const CommandLine line = readCommandLine({"serve", each.text});
    EXPECT_EQ(line.problem, "") << each.text;
    EXPECT_EQ(line.inspect.listen->host, each.host) << each.text;
    EXPECT_EQ(line.inspect.listen->port, each.port) << each.text;
  }
}

TEST(CommandLine, waits_or_breaks_when_asked_to) {
  EXPECT_EQ(readCommandLine({"run", "--inspect-brk", "a.js"}).inspect.start, Start::Break);
  EXPECT_EQ(readCommandLine({"run", "--inspect-wait=0", "a.js"}).inspect.start, Start::Wait);
  EXPECT_EQ(readCommandLine({"run", "--inspect-brk", "--inspect=0", "a.js"}).inspect.start, Start::Break);
  EXPECT_FALSE(readCommandLine({"run", "a.js"}).inspect.listen);
}

TEST(CommandLine, serves_the_usual_port_a_pipe_or_both) {
  EXPECT_EQ(readCommandLine({"serve"}).inspect.listen->port, 9229);
  EXPECT_FALSE(readCommandLine({"serve", "--pipe"}).inspect.listen);
  EXPECT_EQ(readCommandLine({"serve", "--pipe"}).transport, CommandLine::Transport::Pipe);
  EXPECT_TRUE(readCommandLine({"serve", "--pipe", "--inspect=0"}).inspect.listen);
  EXPECT_EQ(readCommandLine({"serve", "--pipe", "--heap-limit=64"}).heapLimitMegabytes, 64);
}

TEST(CommandLine, listens_for_other_machines_only_when_told_so) {
  using RemoteAccess = ListenOptions::RemoteAccess;
  EXPECT_EQ(readCommandLine({"serve", "--inspect=0.0.0.0:1"}).inspect.listen->remoteAccess, RemoteAccess::Refused);
  const CommandLine allowed = readCommandLine({"serve", "--inspect-allow-remote", "--inspect=0.0.0.0:1"});
  EXPECT_EQ(allowed.inspect.listen->remoteAccess, RemoteAccess::Allowed);
}

TEST(CommandLine, names_what_it_does_not_understand) {
  const auto problem = [](std::vector<std::string> words) { return readCommandLine(words).problem; };
  EXPECT_EQ(problem({"dance"}), "unknown command 'dance'; see vmscope-engine --help");
  EXPECT_EQ(problem({"serve", "--fast"}), "unknown option '--fast'; see vmscope-engine --help");
  EXPECT_EQ(problem({"serve", "--heap-limit=8"}), "--heap-limit needs megabytes from 16 to 65536");
  EXPECT_EQ(problem({"serve", "--heap-limit=1e3"}), "--heap-limit needs megabytes from 16 to 65536");
  EXPECT_EQ(problem({"serve", "--heap-limit"}), "--heap-limit needs megabytes from 16 to 65536");
  EXPECT_EQ(problem({"serve", "--pipe=1"}), "unknown option '--pipe=1'; see vmscope-engine --help");
  EXPECT_EQ(problem({"serve", "a.js"}), "serve takes no file: 'a.js'");
  EXPECT_EQ(problem({"run"}), "run needs a file");
  EXPECT_EQ(problem({"run", "--pipe", "a.js"}), "--pipe belongs to serve");
  EXPECT_EQ(problem({"serve", "--inspect=70000"}), "'70000' is not a port from 0 to 65535");
  EXPECT_EQ(problem({"serve", "--inspect=evil.com:1"}), "'evil.com' is not an IP address or localhost");
  EXPECT_EQ(problem({"serve", "--inspect=127.0.0.1:70000"}), "'127.0.0.1:70000' has no port from 0 to 65535");
}

}  // namespace
}  // namespace vmscope
