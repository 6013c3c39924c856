#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inspector/transport/WebSocketServer.h"

namespace vmscope {

/// What --inspect, --inspect-brk and --inspect-wait ask for.
struct InspectSwitches {
  enum class Start { Run, Wait, Break };

  std::optional<ListenOptions> listen;  // absent: no WebSocket
  Start start = Start::Run;
};

/// Where trace writes its recording beside the account that it prints; empty: nowhere.
struct TraceFiles {
  std::string json;
  std::string events;
  std::string graph;  ///< of modules; its name ends in .svg, .dot or .json
};

/// The command line of vmscope-engine, taken apart.
struct CommandLine {
  enum class Verb { Help, Version, Serve, Run, Trace };
  enum class Transport { None, Pipe };

  Verb verb = Verb::Help;
  InspectSwitches inspect;
  Transport transport = Transport::None;  // of serve
  int heapLimitMegabytes = 0;             // of serve; 0: V8's choice for this machine
  TraceFiles trace;                       // of trace
  std::string file;                       // of run and trace
  std::vector<std::string> arguments;     // of the program that is run
  std::vector<std::string> v8Flags;
  std::string problem;  // one line about what cannot be understood; then nothing else counts
};

/// Reads the arguments after the program's own name.
CommandLine readCommandLine(const std::vector<std::string>& arguments);

/// What --help prints.
const char* usage();

}  // namespace vmscope
