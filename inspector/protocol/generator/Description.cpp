#include "inspector/protocol/generator/Description.h"

#include <cctype>
#include <set>
#include <stdexcept>

namespace vmscope::generator {
namespace {

using Json = nlohmann::ordered_json;

// Reads one domain; references without a domain name mean this one.
class DomainReader {
 public:
  DomainReader(const Json& json, bool openEnums) : json_(json) {
    domain_.name = json.at("domain").get<std::string>();
    domain_.openEnums = openEnums;
  }

  Domain read() {
    for (const Json& name : list(json_, "dependencies")) domain_.dependencies.push_back(name.get<std::string>());
    for (const Json& type : list(json_, "types")) domain_.types.push_back(readType(type));
    for (const Json& command : list(json_, "commands")) domain_.commands.push_back(readCommand(command));
    for (const Json& event : list(json_, "events")) {
      domain_.events.push_back({text(event, "name"), text(event, "description"), readMembers(event, "parameters")});
    }
    return domain_;
  }

 private:
  static Json list(const Json& json, const char* key) { return json.value(key, Json::array()); }
  static std::string text(const Json& json, const char* key) { return json.value(key, std::string()); }

  NamedType readType(const Json& json) const {
    NamedType type{text(json, "id"), text(json, "description"), json.contains("properties"), {}, {}};
    if (type.isStruct) {
      type.members = readMembers(json, "properties");
    } else {
      type.alias = readUse(json, type.name);
    }
    return type;
  }

  Command readCommand(const Json& json) const {
    return {text(json, "name"), text(json, "description"), readMembers(json, "parameters"),
            readMembers(json, "returns")};
  }

  std::vector<Member> readMembers(const Json& json, const char* key) const {
    std::vector<Member> members;
    for (const Json& member : list(json, key)) {
      const std::string name = text(member, "name");
      members.push_back(
          {name, text(member, "description"), readUse(member, typeName(name)), member.value("optional", false)});
    }
    return members;
  }

  TypeUse readUse(const Json& json, const std::string& ownName) const {
    using Form = TypeUse::Form;
    if (json.contains("$ref")) return reference(json.at("$ref").get<std::string>());
    const std::string type = text(json, "type");
    if (json.contains("enum")) {
      return {Form::Enumeration, {}, ownName, json.at("enum").get<std::vector<std::string>>(), {}};
    }
    if (type == "array") return {Form::List, {}, {}, {}, {readUse(json.at("items"), ownName)}};
    if (type == "string" || type == "binary") return {Form::Text, {}, {}, {}, {}};
    if (type == "integer") return {Form::Integer, {}, {}, {}, {}};
    if (type == "number") return {Form::Number, {}, {}, {}, {}};
    if (type == "boolean") return {Form::Boolean, {}, {}, {}, {}};
    if (type == "any" || type == "object") return {Form::Any, {}, {}, {}, {}};
    throw std::runtime_error(domain_.name + "." + ownName + " has no type that is known: " + json.dump());
  }

  TypeUse reference(const std::string& target) const {
    const size_t dot = target.find('.');
    if (dot == std::string::npos) return {TypeUse::Form::Reference, domain_.name, target, {}, {}};
    return {TypeUse::Form::Reference, target.substr(0, dot), target.substr(dot + 1), {}, {}};
  }

  const Json& json_;
  Domain domain_;
};

}  // namespace

std::vector<Domain> readDomains(const Json& file) {
  std::vector<Domain> domains;
  for (const Json& domain : file.at("domains")) {
    domains.push_back(DomainReader(domain, file.value("openEnums", false)).read());
  }
  return domains;
}

std::string typeName(const std::string& name) {
  std::string result;
  bool capital = true;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
      capital = true;
      continue;
    }
    result += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    capital = false;
  }
  return result;
}

std::string namespaceName(const std::string& domain) {
  std::string result;
  for (const char c : domain) {
    const bool capital = std::isupper(static_cast<unsigned char>(c)) != 0;
    if (capital && !result.empty()) result += '_';
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

std::string memberName(const std::string& name) {
  static const std::set<std::string> taken = {"this", "default", "delete", "namespace", "new", "class", "operator"};
  return taken.count(name) == 0 ? name : name + "_";
}

}  // namespace vmscope::generator
