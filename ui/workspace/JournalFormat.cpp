#include "ui/workspace/JournalFormat.h"

#include <QDataStream>
#include <QDir>
#include <QIODevice>

namespace vmscope::ui::journal {

namespace {

constexpr auto kStreamVersion = QDataStream::Qt_6_0;

// The next whole record of the stream, or nothing where the journal ends or was cut short.
std::optional<QByteArray> nextRecord(QDataStream& stream) {
  quint32 length = 0;
  quint16 checksum = 0;
  stream >> length >> checksum;
  if (stream.status() != QDataStream::Ok || length > stream.device()->bytesAvailable()) return std::nullopt;
  QByteArray payload(static_cast<qsizetype>(length), Qt::Uninitialized);
  stream.readRawData(payload.data(), static_cast<int>(length));
  if (stream.status() != QDataStream::Ok || qChecksum(payload) != checksum) return std::nullopt;
  return payload;
}

std::optional<Replay> readStart(const QByteArray& payload) {
  Replay replay;
  QDataStream stream(payload);
  stream.setVersion(kStreamVersion);
  stream >> replay.subject.path >> replay.subject.title >> replay.subject.base >> replay.text;
  if (stream.status() != QDataStream::Ok) return std::nullopt;
  return replay;
}

bool applyEdit(const QByteArray& payload, QByteArray& text) {
  qint64 offset = 0;
  qint64 removed = 0;
  QByteArray inserted;
  QDataStream stream(payload);
  stream.setVersion(kStreamVersion);
  stream >> offset >> removed >> inserted;
  if (stream.status() != QDataStream::Ok || offset < 0 || removed < 0 || offset + removed > text.size()) return false;
  text.replace(offset, removed, inserted);
  return true;
}

}  // namespace

QString filePath(const QString& folder, const QString& stem, int generation) {
  return QDir(folder).filePath(QStringLiteral("%1.%2.journal").arg(stem).arg(generation, 6, 10, QLatin1Char('0')));
}

QByteArray startPayload(const JournalSubject& subject, const QByteArray& text) {
  QByteArray payload;
  QDataStream stream(&payload, QIODevice::WriteOnly);
  stream.setVersion(kStreamVersion);
  stream << subject.path << subject.title << subject.base << text;
  return payload;
}

QByteArray editPayload(const TextEdit& edit) {
  QByteArray payload;
  QDataStream stream(&payload, QIODevice::WriteOnly);
  stream.setVersion(kStreamVersion);
  stream << qint64(edit.offset) << qint64(edit.removed) << edit.inserted;
  return payload;
}

QByteArray frame(const QByteArray& payload) {
  QByteArray record;
  QDataStream stream(&record, QIODevice::WriteOnly);
  stream.setVersion(kStreamVersion);
  stream << quint32(payload.size()) << qChecksum(payload);
  return record + payload;
}

std::optional<Replay> replay(const QByteArray& file) {
  if (!file.startsWith(kMagic)) return std::nullopt;
  QDataStream stream(file.sliced(qstrlen(kMagic)));
  stream.setVersion(kStreamVersion);
  const auto start = nextRecord(stream);
  auto replay = start ? readStart(*start) : std::nullopt;
  while (replay) {
    const auto edit = nextRecord(stream);
    if (!edit || !applyEdit(*edit, replay->text)) break;
  }
  return replay;
}

}  // namespace vmscope::ui::journal
