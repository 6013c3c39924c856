#pragma once

#include <cstdint>
#include <cstdlib>

namespace vmscope::test {

/// A number from the environment, or the usual one.
inline std::int64_t fromEnvironment(const char* name, std::int64_t usual) {
  const char* asked = std::getenv(name);
  return asked == nullptr ? usual : std::atoll(asked);
}

/// VMSCOPE_FUZZ_INPUTS makes a long run of a fuzzer: millions are fine. VMSCOPE_FUZZ_SEED begins elsewhere.
inline int fuzzInputs(int usual) {
  return static_cast<int>(fromEnvironment("VMSCOPE_FUZZ_INPUTS", usual));
}
inline std::uint32_t fuzzSeed() {
  return static_cast<std::uint32_t>(fromEnvironment("VMSCOPE_FUZZ_SEED", 20260101));
}

/// VMSCOPE_STORM=1 makes storms of clients as long as people fear them: ten thousand of them, a minute of silence.
inline bool isLongStorm() {
  return fromEnvironment("VMSCOPE_STORM", 0) != 0;
}

}  // namespace vmscope::test
