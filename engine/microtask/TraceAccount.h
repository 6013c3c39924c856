#pragma once

#include <string>

namespace vmscope {

class Trace;

/// A recording told for a terminal: the jobs in the order in which they ran, numbered, each with its kind and handler,
/// its queue, its place (1-based) and what enqueued it; then what still waits.
std::string account(const Trace& trace);

}  // namespace vmscope
