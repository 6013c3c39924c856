#include <set>
#include <string>
#include <vector>

#include "engine/module/ModuleConstruction.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/ModuleMethods.h"
#include "engine/module/ModuleReceiver.h"
#include "engine/vm/Arguments.h"

namespace vmscope::moduleMethods {

namespace {

// False, with an exception pending, where `value` is not an array of unique strings.
bool readExportNames(Receiver& self, v8::Local<v8::Value> value, std::vector<v8::Local<v8::String>>& names) {
  const auto refuse = [&] {
    throwInvalidArgType(self.lock, "exportNames", {"Array of unique strings"}, value);
    return false;
  };
  if (!value->IsArray()) return refuse();
  const auto array = value.As<v8::Array>();
  for (std::uint32_t i = 0; i < array->Length(); ++i) {
    v8::Local<v8::Value> name;
    if (!array->Get(self.context(), i).ToLocal(&name)) return false;
    if (!name->IsString()) return refuse();
    names.push_back(name.As<v8::String>());
  }
  std::set<std::string> seen;
  for (const auto& name : names) {
    const std::string text = self.lock.text(name);
    if (seen.insert(text).second) continue;
    throwInvalidArgValue(self.lock, "exportNames." + text, name, "is duplicated");
    return false;
  }
  return true;
}

void construct(const Info& info) {
  Receiver self(info);
  if (!beginConstruction(self.lock, info, "SyntheticModule")) return;
  std::vector<v8::Local<v8::String>> names;
  if (!readExportNames(self, info[0], names) || !requireFunction(self.lock, info[1], "evaluateCallback")) return;
  Options from(self.lock, self.context(), info[2]);
  Context* context = contextOption(self.lock, from);
  if (context == nullptr) return;
  const auto identifier = from.text("identifier");
  if (from.hasFailed()) return;
  self.modules().createSynthetic(self.lock, *context,
                                 identifier ? *identifier : self.modules().nextIdentifier(*context), names,
                                 info[1].As<v8::Function>(), info.This());
}

// Nothing to link; the method of Module would refuse a linked module.
void link(const Info& info) {
  Receiver(info).synthetic();
}

void setExport(const Info& info) {
  Receiver self(info);
  SyntheticModule* module = self.synthetic();
  if (module == nullptr || !requireString(self.lock, info[0], "name")) return;
  self.passOn(module->setExport(self.lock, info[0].As<v8::String>(), info[1]));
}

constexpr Row kMethods[] = {{"link", &link}, {"setExport", &setExport, 2}};

}  // namespace

Class syntheticClass() {
  return {"SyntheticModule", &construct, 2, kMethods, {}};
}

}  // namespace vmscope::moduleMethods
