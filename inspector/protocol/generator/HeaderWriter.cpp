#include "inspector/protocol/generator/HeaderWriter.h"

#include "inspector/protocol/generator/Structs.h"

namespace vmscope::generator {
namespace {

using Form = TypeUse::Form;

void writeComment(std::ostream& out, const std::string& text, const char* indent) {
  if (!text.empty()) out << indent << "/// " << text << "\n";
}

const char* initialValue(const TypeUse& type) {
  switch (type.form) {
    case Form::Integer:
    case Form::Number:
      return " = 0";
    case Form::Boolean:
      return " = false";
    default:
      return "{}";
  }
}

}  // namespace

void HeaderWriter::write() {
  out_ << "// Made from the protocol's descriptions when building; edit those.\n#pragma once\n\n"
       << "#include \"inspector/protocol/Reader.h\"\n";
  for (const std::string& name : domain_.dependencies) out_ << "#include \"inspector/protocol/" << name << ".h\"\n";
  out_ << "\nnamespace vmscope::protocol::" << namespaceName(domain_.name) << " {\n\n"
       << "inline constexpr const char* domain = \"" << domain_.name << "\";\n\n";
  writeNames();
  writeTypes();
  for (const Command& command : domain_.commands) writeCommand(command);
  for (const Event& event : domain_.events) writeEvent(event);
  writeFunctions();
  out_ << "\n}  // namespace vmscope::protocol::" << namespaceName(domain_.name) << "\n";
}

void HeaderWriter::writeNames() {
  for (const NamedType& type : domain_.types) {
    if (type.isStruct) {
      out_ << "struct " << type.name << ";\n";
    } else if (type.alias.form == Form::Enumeration) {
      writeComment(out_, type.description, "");
      writeEnumeration(type.alias, "");
    } else {
      writeComment(out_, type.description, "");
      out_ << "using " << type.name << " = " << typeText(type.alias) << ";\n";
    }
  }
  out_ << "\n";
}

void HeaderWriter::writeTypes() {
  for (const NamedType& type : domain_.types) {
    if (type.isStruct) writeType(type);
  }
}

void HeaderWriter::writeType(const NamedType& type) {
  if (!begun_.insert(type.name).second) return;
  for (const Member& member : type.members) {
    if (const NamedType* held = ownStruct(member.type)) writeType(*held);  // a list may hold what is not complete yet
  }
  writeStruct(type.name, type.description, "", type.members);
  written_.insert(type.name);
}

void HeaderWriter::writeCommand(const Command& command) {
  const std::string name = typeName(command.name);
  writeStruct(name + "Result", "", "", command.returns);
  writeStruct(name + "Params", command.description,
              "  static constexpr const char* method = \"" + domain_.name + "." + command.name +
                  "\";\n  using Result = " + name + "Result;\n",
              command.parameters);
}

void HeaderWriter::writeEvent(const Event& event) {
  writeStruct(typeName(event.name) + "Event", event.description,
              "  static constexpr const char* method = \"" + domain_.name + "." + event.name + "\";\n",
              event.parameters);
}

void HeaderWriter::writeStruct(const std::string& name, const std::string& description, const std::string& head,
                               const std::vector<Member>& members) {
  writeComment(out_, description, "");
  out_ << "struct " << name << " {\n" << head;
  writeEnumerations(members);
  for (const Member& member : members) writeMember(member);
  out_ << "};\n\n";
}

void HeaderWriter::writeEnumerations(const std::vector<Member>& members) {
  for (const Member& member : members) {
    if (member.type.form == Form::Enumeration) writeEnumeration(member.type, "  ");
  }
}

void HeaderWriter::writeEnumeration(const TypeUse& type, const std::string& indent) {
  out_ << indent << "enum class " << type.name << " {";
  for (const std::string& word : type.words) out_ << " " << typeName(word) << ",";
  if (hasOther(domain_, type)) out_ << " Other,";
  out_ << " };\n";
}

void HeaderWriter::writeMember(const Member& member) {
  writeComment(out_, member.description, "  ");
  const std::string type = typeText(member.type);
  out_ << "  ";
  if (!member.optional) {
    out_ << type << " " << memberName(member.name) << initialValue(member.type);
  } else if (const NamedType* held = ownStruct(member.type);
             held != nullptr && written_.count(held->name) == 0 && begun_.count(held->name) != 0) {
    out_ << "Boxed<" << type << "> " << memberName(member.name) << "{}";  // it holds one of its own kind
  } else {
    out_ << "std::optional<" << type << "> " << memberName(member.name) << "{}";
  }
  out_ << ";\n";
}

void HeaderWriter::writeFunctions() {
  for (const std::string& name : enumerationNames(domain_)) {
    out_ << "const char* word(" << name << " value);\n"
         << "void to_json(Json& json, const " << name << "& value);\n"
         << "void read(Reader& reader, const Json& json, " << name << "& value);\n";
  }
  for (const Struct& item : structs(domain_)) {
    out_ << "void to_json(Json& json, const " << item.name << "& value);\n"
         << "void read(Reader& reader, const Json& json, " << item.name << "& value);\n";
  }
}

std::string HeaderWriter::typeText(const TypeUse& type) const {
  switch (type.form) {
    case Form::Text:
      return "std::string";
    case Form::Integer:
      return "std::int64_t";
    case Form::Number:
      return "double";
    case Form::Boolean:
      return "bool";
    case Form::Any:
      return "Json";
    case Form::List:
      return "std::vector<" + typeText(type.element.front()) + ">";
    case Form::Enumeration:
      return type.name;
    case Form::Reference:
      break;
  }
  return type.domain == domain_.name ? type.name : namespaceName(type.domain) + "::" + type.name;
}

const NamedType* HeaderWriter::ownStruct(const TypeUse& use) const {
  if (use.form != Form::Reference || use.domain != domain_.name) return nullptr;
  for (const NamedType& type : domain_.types) {
    if (type.name == use.name) return type.isStruct ? &type : nullptr;
  }
  return nullptr;
}

}  // namespace vmscope::generator
