#pragma once

#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {

// Where a value stands: a string that is a message of its own has no quotes, one inside a structure has.
enum class ValuePlacement { Message, Nested };

// A value as DevTools writes it on one line: (3) [1, 2, 3], Map(1) {'a' => 1}, Promise {<pending>}, ƒ name(a).
StyledText valueText(const RemoteObject& value, ValuePlacement placement);

StyledText previewText(const ObjectPreview& preview);

// A string as a JavaScript literal in single quotes, control characters escaped.
QString quoted(QStringView text);

// The first line of a function's source, as ƒ name(parameters), class Name, or async ƒ name().
QString functionSignature(const QString& description);

}  // namespace vmscope::ui
