#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <vector>

namespace vmscope::ui {

class Document;

// One thing that may be typed next.
struct CompletionItem {
  enum class Kind { Variable, Function, Class, Property, Keyword, Module };
  QString text;
  Kind kind = Kind::Variable;
  QString detail;  // what it is or holds, in a few words

  bool operator==(const CompletionItem&) const = default;
};

// What stands before the cursor: `object.prefix`, `prefix`, or a module specifier in quotes.
struct CompletionQuery {
  enum class Place { Name, Member, ModuleSpecifier, Nowhere };
  Place place = Place::Nowhere;
  QString object;  // source of a member chain without calls, such as `a.b["c"]`
  QString prefix;

  bool operator==(const CompletionQuery&) const = default;
};

// Reads a query out of the line before the cursor; Nowhere inside of comments and strings.
CompletionQuery completionQuery(const QString& lineBeforeCursor);

// Offers completions, now or later. Lives on the GUI thread.
class CompletionSource {
 public:
  using Answer = std::function<void(std::vector<CompletionItem>)>;

  virtual ~CompletionSource() = default;
  // Calls `answer` at most once, and never after `receiver` has gone.
  virtual void complete(Document& document, const CompletionQuery& query, QObject* receiver, Answer answer) = 0;
};

}  // namespace vmscope::ui
