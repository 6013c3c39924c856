#include "inspector/protocol/generator/Structs.h"

#include <algorithm>

namespace vmscope::generator {

std::vector<Struct> structs(const Domain& domain) {
  std::vector<Struct> found;
  for (const NamedType& type : domain.types) {
    if (type.isStruct) found.push_back({type.name, &type.members});
  }
  for (const Command& command : domain.commands) {
    found.push_back({typeName(command.name) + "Result", &command.returns});
    found.push_back({typeName(command.name) + "Params", &command.parameters});
  }
  for (const Event& event : domain.events) found.push_back({typeName(event.name) + "Event", &event.parameters});
  return found;
}

std::vector<Enumeration> enumerations(const Domain& domain) {
  std::vector<Enumeration> found;
  for (const NamedType& type : domain.types) {
    if (!type.isStruct && type.alias.form == TypeUse::Form::Enumeration) found.push_back({type.name, &type.alias});
  }
  for (const Struct& item : structs(domain)) {
    for (const Member& member : *item.members) {
      if (member.type.form == TypeUse::Form::Enumeration) {
        found.push_back({item.name + "::" + member.type.name, &member.type});
      }
    }
  }
  return found;
}

std::vector<std::string> enumerationNames(const Domain& domain) {
  std::vector<std::string> names;
  for (const Enumeration& enumeration : enumerations(domain)) names.push_back(enumeration.name);
  return names;
}

bool hasOther(const Domain& domain, const TypeUse& enumeration) {
  const auto isOther = [](const std::string& word) { return typeName(word) == "Other"; };
  return domain.openEnums && std::none_of(enumeration.words.begin(), enumeration.words.end(), isOther);
}

}  // namespace vmscope::generator
