#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <variant>

namespace vmscope::ui {

// Why a file cannot be read or written, in words for a person; `line` and `column` count from 1 and are 0 where they
// say nothing.
struct FileProblem {
  enum class Reason {
    Missing,
    NotAFile,
    NoPermission,
    TooLarge,
    Binary,
    NotUtf8,
    ReadFailed,
    WriteFailed,
    ChangedOnDisk
  };
  Reason reason = Reason::ReadFailed;
  QString path;
  QString message;
  int line = 0;
  int column = 0;
};

// The text of a source file: UTF-8 without its byte order mark, line ends as they are on disk.
struct TextFile {
  enum class ByteOrderMark { Absent, Present };
  QByteArray text;
  ByteOrderMark byteOrderMark = ByteOrderMark::Absent;
};

// The largest file an editor opens.
inline constexpr qint64 kLargestTextFile = 32 * 1024 * 1024;

// Reads a whole source file, or says why it is none. Any thread.
std::variant<TextFile, FileProblem> readTextFile(const QString& path);

// Replaces a file atomically: after a failure the old content is still there. Any thread.
std::optional<FileProblem> writeTextFile(const QString& path, const TextFile& file);

// Whether the person's rights are what forbids an access (R_OK, W_OK, X_OK of access(2)) to something that exists.
bool isDenied(const QString& path, int access);

// The offset of the first byte that does not belong to well-formed UTF-8 (RFC 3629), or nothing.
std::optional<qsizetype> firstInvalidUtf8(const QByteArray& bytes);

}  // namespace vmscope::ui
