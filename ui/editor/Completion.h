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
  QString detail;     // what it is or holds, in a few words
  int inherited = 0;  // how many prototypes away it is

  bool operator==(const CompletionItem&) const = default;
};

// What stands at the cursor and could be completed.
struct CompletionQuery {
  enum class Place { Nowhere, Name, Member, ModuleSpecifier, ImportedName };
  Place place = Place::Nowhere;
  QString object;  // of a member: a chain of names such as `a.b["c"]`; of an imported name: the module's specifier
  QString prefix;  // what of it is already there
  qsizetype offset = 0;  // of the cursor, in bytes of the document

  bool operator==(const CompletionQuery&) const = default;
};

// Reads a query out of the line around the cursor, which is in code and not in a comment. Nowhere where completing
// would mean to call something.
CompletionQuery completionQuery(const QString& lineBeforeCursor, const QString& lineAfterCursor);

// Offers completions, now or later. Lives on the GUI thread.
class CompletionSource {
 public:
  using Answer = std::function<void(std::vector<CompletionItem>)>;

  virtual ~CompletionSource() = default;
  // Calls `answer` with all it knows, again each time it knows more, and never after `receiver` has gone.
  virtual void complete(const Document& document, const CompletionQuery& query, QObject* receiver, Answer answer) = 0;
};

// The items that what was typed could become: those that begin with it first, then those that have its letters in
// order; in each group what an object has itself before what it inherits, and by name. Without doubles; at most
// `limit`.
std::vector<CompletionItem> matchingItems(std::vector<CompletionItem> items, const QString& prefix, std::size_t limit);

// The names that a source text uses around an offset, in no particular order, and JavaScript's keywords. Of a long text
// half a megabyte is read, so that no key waits for more.
std::vector<CompletionItem> namesIn(const QByteArray& source, qsizetype around = 0);

}  // namespace vmscope::ui
