#include "inspector/protocol/generator/SourceWriter.h"

#include "inspector/protocol/generator/Structs.h"

namespace vmscope::generator {
namespace {

// Words that are not described end as the enumerator Other where there is one, and as a problem elsewhere.
std::string unknownWord(const Domain& domain, const Enumeration& enumeration) {
  if (!domain.openEnums) return "reader.expected(expectedWords(words, count));";
  return "value = " + enumeration.name + "::Other;";
}

void writeEnumeration(const Domain& domain, const Enumeration& enumeration, std::ostream& out) {
  const std::string& name = enumeration.name;
  const std::vector<std::string>& words = enumeration.type->words;
  out << "const char* word(" << name << " value) {\n  switch (value) {\n";
  for (const std::string& word : words) {
    out << "    case " << name << "::" << typeName(word) << ":\n      return \"" << word << "\";\n";
  }
  if (hasOther(domain, *enumeration.type)) out << "    case " << name << "::Other:\n      break;\n";
  out << "  }\n  return \"other\";\n}\n\n"
      << "void to_json(Json& json, const " << name << "& value) { json = word(value); }\n\n"
      << "void read(Reader& reader, const Json& json, " << name << "& value) {\n  static const char* const words[] = {";
  for (const std::string& word : words) out << "\"" << word << "\", ";
  out << "};\n  constexpr size_t count = " << words.size() << ";\n"
      << "  if (const auto index = wordIndex(json, words, count)) {\n    value = static_cast<" << name << ">(*index);\n"
      << "  } else if (!json.is_string()) {\n    reader.expected(\"a string\");\n"
      << "  } else {\n    " << unknownWord(domain, enumeration) << "\n  }\n}\n\n";
}

void writeStruct(const Struct& item, std::ostream& out) {
  const bool empty = item.members->empty();
  out << "void to_json(Json& json, const " << item.name << "&" << (empty ? "" : " value") << ") {\n"
      << "  json = Json::object();\n";
  for (const Member& member : *item.members) {
    out << "  write(json, \"" << member.name << "\", value." << memberName(member.name) << ");\n";
  }
  out << "}\n\nvoid read(Reader& reader, const Json& json, " << item.name << "&" << (empty ? "" : " value")
      << ") {\n  if (!reader.isObject(json)) return;\n";
  for (const Member& member : *item.members) {
    out << "  reader." << (member.optional ? "optional" : "required") << "(json, \"" << member.name << "\", value."
        << memberName(member.name) << ");\n";
  }
  out << "}\n\n";
}

}  // namespace

void writeSource(const Domain& domain, std::ostream& out) {
  out << "// Made from the protocol's descriptions when building; edit those.\n"
      << "#include \"inspector/protocol/" << domain.name << ".h\"\n\n"
      << "namespace vmscope::protocol::" << namespaceName(domain.name) << " {\n\n";
  for (const Enumeration& enumeration : enumerations(domain)) writeEnumeration(domain, enumeration, out);
  for (const Struct& item : structs(domain)) writeStruct(item, out);
  out << "}  // namespace vmscope::protocol::" << namespaceName(domain.name) << "\n";
}

void writeDescription(const nlohmann::ordered_json& domains, std::ostream& out) {
  const nlohmann::ordered_json protocol = {{"version", {{"major", "1"}, {"minor", "3"}}}, {"domains", domains}};
  out << "// Made from the protocol's descriptions when building; edit those.\n"
      << "#include \"inspector/protocol/Protocol.h\"\n\nnamespace vmscope::protocol {\n\n"
      << "std::string_view description() {\n  return R\"protocol(" << protocol.dump() << ")protocol\";\n}\n\n"
      << "}  // namespace vmscope::protocol\n";
}

}  // namespace vmscope::generator
