#pragma once

#include <ostream>
#include <set>
#include <string>

#include "inspector/protocol/generator/Description.h"

namespace vmscope::generator {

/// Writes the header of one domain: its types, then parameters and results of its commands, then its events, each
/// struct after those that it holds by value.
class HeaderWriter {
 public:
  HeaderWriter(const Domain& domain, std::ostream& out) : domain_(domain), out_(out) {}

  void write();

 private:
  void writeNames();
  void writeTypes();
  void writeType(const NamedType& type);
  void writeCommand(const Command& command);
  void writeEvent(const Event& event);
  void writeStruct(const std::string& name, const std::string& description, const std::string& head,
                   const std::vector<Member>& members);
  void writeEnumerations(const std::vector<Member>& members);
  void writeEnumeration(const TypeUse& type, const std::string& indent);
  void writeMember(const Member& member);
  void writeFunctions();

  std::string typeText(const TypeUse& type) const;
  const NamedType* ownStruct(const TypeUse& type) const;

  const Domain& domain_;
  std::ostream& out_;
  std::set<std::string> begun_;
  std::set<std::string> written_;
};

}  // namespace vmscope::generator
