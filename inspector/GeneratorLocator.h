#pragma once

#include <v8.h>

#include <memory>
#include <optional>

#include "engine/microtask/SuspensionLocator.h"

namespace v8_inspector {
class V8Inspector;
}

namespace vmscope {

/// Asks V8's inspector where a suspended generator waits (its [[GeneratorLocation]]).
///
/// On the isolate's thread; lives no longer than the inspector. From the first question on it has a session and a
/// context of its own, in a context group of its own, so that no other session sees either. A question runs no
/// JavaScript and takes some tens of microseconds.
class GeneratorLocator final : public SuspensionLocator {
 public:
  GeneratorLocator(v8::Isolate* isolate, v8_inspector::V8Inspector& inspector);
  ~GeneratorLocator() override;

  std::optional<SourcePlace> locate(v8::Local<v8::Object> generator) override;

 private:
  class Private;

  v8::Isolate* isolate_;
  v8_inspector::V8Inspector& inspector_;
  std::unique_ptr<Private> private_;
};

}  // namespace vmscope
