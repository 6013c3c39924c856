#pragma once

#include <string>
#include <string_view>

#include "tests/support/EngineFixture.h"

namespace vmscope::test {

enum class Agreement {
  WithNode,  ///< the kit's Node must print the same, where there is one
  OursOnly,  ///< Node of this version prints something else, or dies
};

/// Programs for `vm` in an isolate of their own. They find `vm`; `print` (which joins texts), `caught` (what a call
/// throws, as text), `collect` (a garbage collection) and `interrupt` (SIGINT to this process).
class VmTest : public EngineTest {
 protected:
  VmTest();

  /// What `source` prints until nothing is left to do, and lastly what it throws.
  std::string printed(std::string_view source);
  /// Lets `printed` go on until there are so many lines, for what does not keep the loop alive.
  void waitsForPrint(int lines) { awaitedLines_ = lines; }
  void expectPrints(std::string_view source, std::string_view expected, Agreement agreement = Agreement::WithNode);

 private:
  void define(Lock& lock, std::string_view name, v8::FunctionCallback call);

  std::string lines_;
  int awaitedLines_ = 0;
};

}  // namespace vmscope::test
