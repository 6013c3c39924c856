#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>
#include <array>
#include <deque>
#include <functional>
#include <optional>

#include "ui/docks/console/ConsoleFilter.h"
#include "ui/docks/console/ConsoleLine.h"

namespace vmscope::ui {

// The console as a list of lines of equal height: an entry has a line for each of its text's and, while it is open, one
// for each property or frame below. Bounded: the oldest entries go, and it says how many. Arrivals are taken in
// batches, a few milliseconds at a time. GUI thread; owned by the console dock.
class ConsoleModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { LevelRole = Qt::UserRole, ContextRole, FirstLineRole, RepeatsRole, PlaceRole };

  struct Options {
    int capacity = 100'000;     // entries
    int batchMilliseconds = 8;  // spent on arrivals before the event loop has its turn
    int batchInterval = 16;     // milliseconds
  };

  ConsoleModel() : ConsoleModel(Options()) {}
  explicit ConsoleModel(Options options, QObject* parent = nullptr);
  ~ConsoleModel() override;

  void append(ConsoleEntry entry);
  // A console call has come, whether it makes an entry or not.
  void countCall() { ++calls_; }
  quint64 calls() const { return calls_; }
  void endGroup(int executionContextId);
  // What console.clear() asks: the context's lines go.
  void clearContext(int executionContextId);
  void clear();
  // An uncaught error was handled after all: its line becomes quiet.
  void revoke(int exceptionId);
  // The objects behind the entries went with their engine; trees no longer open.
  void forgetObjects();
  // Takes everything that has arrived, now.
  void flush();

  void setFilter(const ConsoleFilter& filter);
  const ConsoleFilter& filter() const { return filter_; }
  // Lines are broken at this many cells; 0 leaves them whole.
  void setWrapColumns(int columns);
  // A context's name, for accessible texts.
  void setContextNames(std::function<QString(int)> nameOf) { nameOf_ = std::move(nameOf); }

  const ConsoleLine& line(int row) const { return lines_[row]; }
  void setOpen(int row, bool open);
  // Calls the getter behind a (...).
  void askGetter(int row);
  // What was wished for; null when its entry is gone.
  const ValueNode* wished(quint64 request) const;
  // The answers to childrenWanted and getterWanted; one that comes after its entry has gone is dropped.
  void addChildren(quint64 request, std::vector<std::unique_ptr<ValueNode>> children);
  void setValue(quint64 request, const RemoteObject& value);

  // What came after this many console calls is shown as not there yet; nothing to show all as now.
  void setPresent(std::optional<quint64> calls);
  bool showsPast() const { return present_.has_value(); }
  bool isLater(const ConsoleEntry& entry) const { return present_ && entry.calls > *present_; }
  // The last row of what is there, or -1.
  int lastPresentRow() const;

  int entryCount() const { return static_cast<int>(entries_.size()); }
  qint64 droppedCount() const { return dropped_; }
  int hiddenCount() const { return hidden_; }
  int count(ConsoleLevel level) const { return counts_[static_cast<size_t>(level)]; }
  // The whole text of the entries that the rows belong to, as a person would paste it.
  QString textOf(const QModelIndexList& rows) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 signals:
  void childrenWanted(quint64 request, const QString& objectId);
  void getterWanted(quint64 request, const QString& objectId, const QString& name);
  // Entries with these objects are gone; the engine need not keep them.
  void objectsDropped(const QStringList& objectIds);
  void countsChanged();
  void presentChanged();

 private:
  struct Request {
    quint64 entryNumber;
    ValueNode* node;  // lives as long as its entry
  };

  void flushBatch();
  void take(ConsoleEntry entry);
  void showArrived();
  void dropOldest();
  void removeEntry(const ConsoleEntry& entry);
  void rebuild();
  bool isShown(const ConsoleEntry& entry) const;
  bool isInClosedGroup(const ConsoleEntry& entry) const;
  ConsoleEntry* entryNumbered(quint64 number);
  const ConsoleEntry* entryNumbered(quint64 number) const;
  void setDetailsOpen(int row, bool open);
  quint64 remember(const ConsoleEntry& entry, ValueNode* node);
  ValueNode* answered(quint64 request, ConsoleEntry*& entry);
  void wantChildren(const ConsoleEntry& entry, ValueNode* node);
  void loadDetails(quint64 number);
  void insertBelow(int row, std::vector<ConsoleLine> below);
  void removeBelow(int row);
  int lastTextRow(int row) const;
  int rowOf(const ConsoleEntry* entry, const ValueNode* node) const;
  QString accessibleText(const ConsoleLine& line) const;

  Options options_;
  ConsoleFilter filter_;
  int wrapColumns_ = 0;
  std::function<QString(int)> nameOf_;
  std::deque<ConsoleEntry> entries_;  // a deque, so that entries stay where they are while others come and go
  std::deque<ConsoleLine> lines_;
  std::deque<ConsoleEntry> arrived_;
  std::vector<ConsoleLine> arrivedLines_;
  std::vector<quint64> arrivedOpen_;             // numbers of entries that are open from the start
  QHash<int, std::vector<quint64>> openGroups_;  // by context: the numbers of the titles
  QHash<quint64, Request> requests_;
  QStringList droppedObjects_;
  std::optional<quint64> present_;
  quint64 calls_ = 0;
  quint64 lastNumber_ = 0;
  quint64 lastRequest_ = 0;
  qint64 dropped_ = 0;
  int hidden_ = 0;
  std::array<int, 4> counts_{};
  QTimer batch_;
};

}  // namespace vmscope::ui
