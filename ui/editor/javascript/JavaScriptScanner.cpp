#include "ui/editor/javascript/JavaScriptScanner.h"

#include "ui/editor/javascript/LineScan.h"

namespace vmscope::ui {

JavaScriptScanner::Line JavaScriptScanner::scan(std::string_view line, State state, TokenKind* kinds) {
  return LineScan(stacks_, line, state, kinds).run();
}

}  // namespace vmscope::ui
