#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "ui/workspace/EditJournal.h"

// How a journal looks on the disk: a magic line, then records of length, checksum and payload. The first record is the
// subject and its text; the others are edits. A record cut short by a crash ends the journal without harm.
namespace vmscope::ui::journal {

inline constexpr char kMagic[] = "vmscope-journal 1\n";

QString filePath(const QString& folder, const QString& stem, int generation);

QByteArray startPayload(const JournalSubject& subject, const QByteArray& text);
QByteArray editPayload(const TextEdit& edit);
QByteArray frame(const QByteArray& payload);

// A journal replayed to its last whole record.
struct Replay {
  JournalSubject subject;
  QByteArray text;
};
std::optional<Replay> replay(const QByteArray& file);

}  // namespace vmscope::ui::journal
