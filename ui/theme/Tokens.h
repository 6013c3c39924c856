#pragma once

namespace vmscope::ui {

// The names of everything visual; what they look like is said once, in Theme.cpp.
enum class Colour {
  Surface,
  Raised,
  Sunken,
  Text,
  Muted,
  Disabled,
  Line,
  Accent,
  OnAccent,  // text on the accent
  Blue,
  Orange,
  Green,
  Vermilion,
  Purple,
  Yellow,
};

enum class Space {
  Hair = 1,    // a separator
  Tiny = 4,    // one step of the grid
  Small = 8,   // padding
  Group = 16,  // between groups
};

enum class TextSize { Small, Normal, Title };

enum class Brightness { Light, Dark };

enum class BrightnessChoice { System, Light, Dark };

enum class Motion { Full, Reduced };

// CDP's and ECMA-262's words for the life of a module; AwaitingTopLevel is Evaluated with a pending top-level await.
enum class ModuleStatus { Unlinked, Linking, Linked, Evaluating, Evaluated, Errored, AwaitingTopLevel };

enum class JobKind { Then, Catch, Finally, Await, Thenable, Callback, Builtin };

// Beside its kind, how a job stands.
enum class JobStanding { Waiting, Running, Stuck };

}  // namespace vmscope::ui
