#include "ui/editor/live/LiveCompletion.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/client/RuntimeClient.h"
#include "ui/docks/values/ValueText.h"
#include "ui/editor/Declarations.h"
#include "ui/editor/live/LiveContext.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr int kMostPrototypes = 12;
constexpr int kLongestDetail = 40;
constexpr qsizetype kImportsRead = 512 * 1024;  // bytes at the beginning of a module

using Kind = CompletionItem::Kind;

CompletionItem itemOf(const PropertyDescriptor& property) {
  if (!property.value) return {property.name, Kind::Property, {}};
  const RemoteObject& value = *property.value;
  if (value.type == QLatin1String("function")) {
    const bool isClass = value.description.startsWith(QLatin1String("class "));
    return {property.name, isClass ? Kind::Class : Kind::Function, {}};
  }
  return {property.name, Kind::Property, valueText(value, ValuePlacement::Nested).text().left(kLongestDetail)};
}

bool isIdentifier(const QString& name) {
  if (name.isEmpty() || name[0].isDigit()) return false;
  return std::all_of(name.begin(), name.end(),
                     [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.isSurrogate(); });
}

}  // namespace

// The items of one question, told each time more have come.
class LiveCompletion::Gathering {
 public:
  Gathering(QObject* receiver, Answer answer) : receiver_(receiver), answer_(std::move(answer)) {}

  void add(std::vector<CompletionItem> items) {
    items_.insert(items_.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    if (receiver_) answer_(items_);
  }

 private:
  QPointer<QObject> receiver_;
  Answer answer_;
  std::vector<CompletionItem> items_;
};

void LiveCompletion::complete(const Document& document, const CompletionQuery& query, QObject* receiver,
                              Answer answer) {
  const auto gathering = std::make_shared<Gathering>(receiver, std::move(answer));
  switch (query.place) {
    case CompletionQuery::Place::Name:
      return gatherNames(document, query.offset, gathering);
    case CompletionQuery::Place::Member:
      return gatherMembers(document, query.object, gathering);
    case CompletionQuery::Place::ImportedName:
      return gatherExports(document, query.object, gathering);
    case CompletionQuery::Place::ModuleSpecifier:
      return gatherSpecifiers(document, gathering);
    case CompletionQuery::Place::Nowhere:
      return;
  }
}

void LiveCompletion::gatherNames(const Document& document, qsizetype cursor, const Shared& gathering) {
  gathering->add(namesIn(document.utf8(), cursor));
  const auto context = live_.contextOf(document);
  if (!context) return;
  live_.session().runtime().globalLexicalScopeNames(*context).then(this,
                                                                   [gathering](const std::vector<QString>& names) {
                                                                     std::vector<CompletionItem> items;
                                                                     for (const QString& name : names)
                                                                       items.push_back({name, Kind::Variable, {}});
                                                                     gathering->add(std::move(items));
                                                                   });
  if (live_.frame()) {
    for (const Scope& scope : live_.frame()->scopeChain) gatherProperties(scope.object.objectId, gathering, {});
  }
  gatherEvaluated(QStringLiteral("globalThis"), document, gathering);
}

void LiveCompletion::gatherMembers(const Document& document, const QString& object, const Shared& gathering) {
  const QString specifier = namespaceImport(document.utf8().left(kImportsRead), object);
  if (!specifier.isEmpty()) return gatherExports(document, specifier, gathering);
  gatherEvaluated(object, document, gathering);
}

// A primitive has the properties of its wrapper's prototype.
void LiveCompletion::gatherEvaluated(const QString& expression, const Document& document, const Shared& gathering) {
  const QPointer<const Document> asking(&document);  // its tab may be closed before the engine answers
  live_.evaluate(expression, document, [this, gathering, expression, asking](const Evaluation& evaluation) {
    if (evaluation.exceptionDetails || !asking) return;
    const RemoteObject& value = evaluation.result;
    if (value.isObject()) return gatherProperties(value.objectId, gathering, {0, kMostPrototypes});
    static const QHash<QString, QString> prototypes = {{QStringLiteral("string"), QStringLiteral("String.prototype")},
                                                       {QStringLiteral("number"), QStringLiteral("Number.prototype")},
                                                       {QStringLiteral("boolean"), QStringLiteral("Boolean.prototype")},
                                                       {QStringLiteral("bigint"), QStringLiteral("BigInt.prototype")},
                                                       {QStringLiteral("symbol"), QStringLiteral("Symbol.prototype")}};
    const QString prototype = prototypes.value(value.type);
    if (!prototype.isEmpty() && expression != prototype) gatherEvaluated(prototype, *asking, gathering);
  });
}

void LiveCompletion::gatherProperties(const QString& objectId, const Shared& gathering, Reach reach) {
  if (objectId.isEmpty()) return;
  live_.session().runtime().properties(objectId).then(this, [this, gathering, reach](const PropertyList& list) {
    std::vector<CompletionItem> items;
    for (const PropertyDescriptor& property : list.result) {
      if (!isIdentifier(property.name)) continue;
      items.push_back(itemOf(property));
      items.back().inherited = reach.come;
    }
    gathering->add(std::move(items));
    for (const InternalPropertyDescriptor& internal : list.internalProperties) {
      if (internal.name != QLatin1String("[[Prototype]]") || !internal.value || reach.come == reach.most) continue;
      gatherProperties(internal.value->objectId, gathering, {reach.come + 1, reach.most});
    }
  });
}

// From the module's text at once, from the linked module when there is one.
void LiveCompletion::gatherExports(const Document& document, const QString& specifier, const Shared& gathering) {
  const QUrl url = document.url().resolved(QUrl(specifier));
  std::vector<CompletionItem> written;
  const auto read = readTextFile(url.toLocalFile());
  const Document* open = live_.workspace().findDocument(url);
  const auto* file = std::get_if<TextFile>(&read);
  for (const QString& name : exportedNames(open ? open->utf8() : file ? file->text : QByteArray())) {
    written.push_back({name, Kind::Variable, {}});
  }
  gathering->add(std::move(written));
  const auto context = live_.contextOf(document);
  if (!context) return;
  auto& modules = live_.session().modules();
  protocol::modules::GetGraphParams params;
  params.executionContextId = *context;
  modules.getGraph(params).then(this, [this, &modules, gathering, name = sourceNameOf(url).toStdString()](
                                          const protocol::modules::GetGraphResult& graph) {
    for (const auto& module : graph.modules) {
      if (module.identifier != name) continue;
      modules.getNamespace({module.moduleId, std::nullopt, std::nullopt})
          .then(this, [this, gathering](const protocol::modules::GetNamespaceResult& answer) {
            gatherProperties(fromProtocol(answer.namespace_).objectId, gathering, {});
          });
      return;
    }
  });
}

void LiveCompletion::gatherSpecifiers(const Document& document, const Shared& gathering) {
  const Workspace& workspace = live_.workspace();
  const QDir folder = QFileInfo(document.path()).dir();
  std::vector<CompletionItem> items;
  for (const QString& file : workspace.files()) {
    QString specifier = folder.relativeFilePath(workspace.absolutePath(file));
    if (file == workspace.nameOf(document) || file == QLatin1String(kWorkspaceFileName)) continue;
    if (!specifier.startsWith(QLatin1String("../"))) specifier.prepend(QLatin1String("./"));
    items.push_back({specifier, Kind::Module, {}});
  }
  gathering->add(std::move(items));
}

}  // namespace vmscope::ui
