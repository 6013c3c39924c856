// Usage: vmscope_protocol_generator FOLDER DESCRIPTION.json...
// Writes NAME.h and NAME.cpp for each described domain, and Description.cpp, into the folder.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "inspector/protocol/generator/HeaderWriter.h"
#include "inspector/protocol/generator/SourceWriter.h"

namespace {

using namespace vmscope::generator;
using Json = nlohmann::ordered_json;

Json readFile(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("it cannot be read");
  return Json::parse(in);
}

void writeDomain(const Domain& domain, const std::filesystem::path& folder) {
  std::ofstream header(folder / (domain.name + ".h"));
  HeaderWriter(domain, header).write();
  std::ofstream source(folder / (domain.name + ".cpp"));
  writeSource(domain, source);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: vmscope_protocol_generator FOLDER DESCRIPTION.json...\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  Json all = Json::array();
  for (int i = 2; i < argc; ++i) {
    try {
      const Json file = readFile(argv[i]);
      for (const Domain& domain : readDomains(file)) writeDomain(domain, folder);
      for (const Json& domain : file.at("domains")) all.push_back(domain);
    } catch (const std::exception& problem) {
      std::cerr << argv[i] << ": " << problem.what() << "\n";
      return 1;
    }
  }
  std::ofstream description(folder / "Description.cpp");
  writeDescription(all, description);
  return description ? 0 : 1;
}
