#include <QCoreApplication>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

Mark glyphMark(const char* glyph, Colour colour, const QString& word) {
  return {QString::fromUtf8(glyph), {}, colour, word};
}

Mark drawnMark(const char* icon, Colour colour, const QString& word) {
  return {{}, QString::fromLatin1(icon), colour, word};
}

}  // namespace

Mark Theme::mark(ModuleStatus status) const {
  switch (status) {
    case ModuleStatus::Unlinked:
      return glyphMark("○", Colour::Muted, tr("unlinked"));
    case ModuleStatus::Linking:
      return glyphMark("◔", Colour::Blue, tr("linking"));
    case ModuleStatus::Linked:
      return glyphMark("◑", Colour::Blue, tr("linked"));
    case ModuleStatus::Evaluating:
      return glyphMark("◕", Colour::Orange, tr("evaluating"));
    case ModuleStatus::Evaluated:
      return glyphMark("●", Colour::Green, tr("evaluated"));
    case ModuleStatus::Errored:
      return glyphMark("✕", Colour::Vermilion, tr("errored"));
    case ModuleStatus::AwaitingTopLevel:
      return drawnMark("awaiting", Colour::Purple, tr("awaiting at top level"));
  }
  return {};
}

Mark Theme::mark(JobKind kind) const {
  switch (kind) {
    case JobKind::Then:
      return glyphMark("→", Colour::Blue, tr("then"));
    case JobKind::Catch:
      return glyphMark("↯", Colour::Blue, tr("catch"));
    case JobKind::Finally:
      return glyphMark("⇥", Colour::Blue, tr("finally"));
    case JobKind::Await:
      return drawnMark("await", Colour::Purple, tr("await"));
    case JobKind::Thenable:
      return glyphMark("⤳", Colour::Orange, tr("thenable"));
    case JobKind::Callback:
      return glyphMark("ƒ", Colour::Green, tr("callback"));
    case JobKind::Builtin:
      return drawnMark("builtin", Colour::Muted, tr("built-in"));
  }
  return {};
}

Mark Theme::mark(JobStanding standing, JobKind kind) const {
  switch (standing) {
    case JobStanding::Waiting:
      return mark(kind);
    case JobStanding::Running:
      return glyphMark("▸", Colour::Accent, tr("running"));
    case JobStanding::Stuck:
      return glyphMark("!", Colour::Vermilion, tr("stuck: nobody drains its queue"));
  }
  return {};
}

}  // namespace vmscope::ui
