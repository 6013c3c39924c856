#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <initializer_list>

#include "ui/workspace/JsonLocations.h"
#include "ui/workspace/WorkspaceFile.h"

namespace vmscope::ui {

namespace {

using Json = nlohmann::ordered_json;
using Pointer = nlohmann::json_pointer<std::string>;

const Pointer kRoot;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)
};

QString article(Json::value_t type) {
  switch (type) {
    case Json::value_t::object:
      return Text::tr("an object");
    case Json::value_t::array:
      return Text::tr("an array");
    case Json::value_t::string:
      return Text::tr("a string");
    case Json::value_t::boolean:
      return Text::tr("true or false");
    case Json::value_t::null:
      return Text::tr("null");
    default:
      return Text::tr("a number");
  }
}

bool sameType(Json::value_t wanted, const Json& value) {
  return wanted == Json::value_t::number_integer ? value.is_number_integer() : value.type() == wanted;
}

// Reads a located JSON value into a description and collects everything that is wrong with it.
class Reader {
  Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)

 public:
  Reader(LocatedJson json, QString file) : json_(std::move(json)), file_(std::move(file)) {}

  WorkspaceReading read() {
    for (const JsonProblem& problem : json_.problems) {
      reading_.problems.push_back(
          {file_, problem.position.line, problem.position.column, QString::fromStdString(problem.reason)});
    }
    if (json_.value.is_object()) {
      readWorkspaceObject();
    } else if (json_.problems.empty()) {
      report(kRoot, tr("a workspace is a JSON object, not %1").arg(article(json_.value.type())));
    }
    std::stable_sort(reading_.problems.begin(), reading_.problems.end(), [](const auto& one, const auto& other) {
      return std::tie(one.line, one.column) < std::tie(other.line, other.column);
    });
    return std::move(reading_);
  }

 private:
  void readWorkspaceObject() {
    readVersion();
    WorkspaceDescription& description = reading_.description;
    forEach(kRoot, "contexts", Json::value_t::object, [&](const Pointer& place) { readContext(place); });
    forEach(kRoot, "breakpoints", Json::value_t::object, [&](const Pointer& place) { readBreakpoint(place); });
    forEach(kRoot, "watch", Json::value_t::string, [&](const Pointer& place) { description.watch << textAt(place); });
    description.unknown = unknownMembers(kRoot, {"version", "contexts", "breakpoints", "watch"});
  }

  void readVersion() {
    const Json* version = member(kRoot, "version", Json::value_t::number_integer);
    if (!version) {
      if (!json_.value.contains("version")) reportMissing(kRoot, tr("\"version\" is missing"));
      return;
    }
    if (*version == kWorkspaceVersion) return;
    report(Pointer("/version"), *version > kWorkspaceVersion
                                    ? tr("the file has format version %1, made by a newer vmscope; this one knows "
                                         "version %2")
                                          .arg(QString::fromStdString(version->dump()))
                                          .arg(kWorkspaceVersion)
                                    : tr("there is no format version %1").arg(QString::fromStdString(version->dump())));
  }

  void readContext(const Pointer& place) {
    WorkspaceContext context;
    context.name = readText(place, "name");
    context.origin = readText(place, "origin");
    context.contextObject = readText(place, "contextObject");
    if (readText(place, "microtaskMode", {"afterEvaluate"}) == "afterEvaluate") {
      context.queue = WorkspaceContext::Queue::Own;
    }
    if (!readFlag(place, "contextify")) context.globalObject = WorkspaceContext::GlobalObject::Vanilla;
    readCodeGeneration(place, context);
    forEach(place, "documents", Json::value_t::string,
            [&](const Pointer& document) { context.documents << readDocumentPath(document); });
    context.unknown = unknownMembers(
        place, {"name", "origin", "microtaskMode", "contextify", "contextObject", "codeGeneration", "documents"});
    checkContext(place, context);
    reading_.description.contexts.push_back(std::move(context));
  }

  void readCodeGeneration(const Pointer& place, WorkspaceContext& context) {
    if (!member(place, "codeGeneration", Json::value_t::object)) return;
    using CodeGeneration = WorkspaceContext::CodeGeneration;
    const Pointer options = place / "codeGeneration";
    context.strings = readFlag(options, "strings") ? CodeGeneration::Allowed : CodeGeneration::Refused;
    context.wasm = readFlag(options, "wasm") ? CodeGeneration::Allowed : CodeGeneration::Refused;
  }

  void checkContext(const Pointer& place, const WorkspaceContext& context) {
    if (context.name.isEmpty()) reportMissing(place, tr("the context has no \"name\""));
    if (const QString reason = originProblem(context.origin); !reason.isEmpty()) report(place / "origin", reason);
    for (const WorkspaceContext& other : reading_.description.contexts) {
      if (other.name == context.name && !context.name.isEmpty()) {
        report(place / "name", tr("there are two contexts named \"%1\"").arg(context.name));
      }
      for (const QString& document : context.documents) {
        if (!other.documents.contains(document)) continue;
        report(place / "documents" / static_cast<std::size_t>(context.documents.indexOf(document)),
               tr("\"%1\" already belongs to the context \"%2\"").arg(document, other.name));
      }
    }
  }

  void readBreakpoint(const Pointer& place) {
    Breakpoint breakpoint;
    if (!json_.value.at(place).contains("document")) reportMissing(place, tr("the breakpoint has no \"document\""));
    if (member(place, "document", Json::value_t::string)) breakpoint.document = readDocumentPath(place / "document");
    breakpoint.line = readLine(place) - 1;
    breakpoint.condition = readText(place, "condition");
    breakpoint.logMessage = readText(place, "log");
    if (!readFlag(place, "enabled")) breakpoint.state = Breakpoint::State::Disabled;
    breakpoint.unknown = unknownMembers(place, {"document", "line", "condition", "log", "enabled"});
    if (!breakpoint.document.isEmpty() && breakpoint.line >= 0) {
      reading_.description.breakpoints.push_back(std::move(breakpoint));
    }
  }

  int readLine(const Pointer& place) {
    const Json* line = member(place, "line", Json::value_t::number_integer);
    if (!line) {
      if (!json_.value.at(place).contains("line")) reportMissing(place, tr("the breakpoint has no \"line\""));
      return 0;
    }
    const auto number = line->get<std::int64_t>();
    if (number >= 1 && number <= 10'000'000) return static_cast<int>(number);
    report(place / "line", tr("lines count from 1"));
    return 0;
  }

  QString readDocumentPath(const Pointer& place) {
    const QString path = textAt(place);
    const QString clean = QDir::cleanPath(path);
    if (path.isEmpty() || QDir::isAbsolutePath(clean) || clean == ".." || clean.startsWith("../")) {
      report(place, tr("\"%1\" is no path inside the workspace's folder").arg(path));
    }
    return clean;
  }

  QString readText(const Pointer& place, const char* key, std::initializer_list<const char*> allowed = {}) {
    const Json* found = member(place, key, Json::value_t::string);
    if (!found) return {};
    const QString text = textAt(place / key);
    if (allowed.size() && std::none_of(allowed.begin(), allowed.end(), [&](auto* each) { return text == each; })) {
      report(place / key, tr("\"%1\" cannot be \"%2\"; it can be \"%3\"").arg(key, text, *allowed.begin()));
    }
    return text;
  }

  // All flags of the format are true where they are left out.
  bool readFlag(const Pointer& place, const char* key) {
    const Json* found = member(place, key, Json::value_t::boolean);
    return !found || found->get<bool>();
  }

  QString textAt(const Pointer& place) const {
    return QString::fromStdString(json_.value.at(place).get_ref<const std::string&>());
  }

  const Json* member(const Pointer& place, const char* key, Json::value_t type) {
    const Json& object = json_.value.at(place);
    const auto found = object.find(key);
    if (found == object.end()) return nullptr;
    if (sameType(type, *found)) return &*found;
    report(place / key, tr("\"%1\" must be %2, not %3").arg(key, article(type), article(found->type())));
    return nullptr;
  }

  template <typename Visitor>
  void forEach(const Pointer& place, const char* key, Json::value_t type, const Visitor& visit) {
    const Json* array = member(place, key, Json::value_t::array);
    for (std::size_t index = 0; array && index < array->size(); ++index) {
      const Pointer element = place / key / index;
      if (sameType(type, (*array)[index])) {
        visit(element);
      } else {
        report(element,
               tr("\"%1\" holds %2 where %3 belongs").arg(key, article((*array)[index].type()), article(type)));
      }
    }
  }

  UnknownMembers unknownMembers(const Pointer& place, std::initializer_list<std::string_view> known) const {
    UnknownMembers unknown;
    for (const auto& [key, value] : json_.value.at(place).items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) unknown.emplace_back(key, value.dump());
    }
    return unknown;
  }

  // Where the text breaks off, what is missing may stand behind the break.
  void reportMissing(const Pointer& place, const QString& reason) {
    if (json_.problems.empty()) report(place, reason);
  }

  void report(const Pointer& place, const QString& reason) {
    const TextPosition position = json_.at(place);
    reading_.problems.push_back({file_, position.line, position.column, reason});
  }

  LocatedJson json_;
  QString file_;
  WorkspaceReading reading_;
};

}  // namespace

QString WorkspaceProblem::text() const {
  return QStringLiteral("%1:%2:%3: %4").arg(QDir::toNativeSeparators(file)).arg(line).arg(column).arg(reason);
}

WorkspaceReading readWorkspace(const QByteArray& text, const QString& file) {
  return Reader(parseLocated({text.constData(), static_cast<std::size_t>(text.size())}), file).read();
}

}  // namespace vmscope::ui
