#include "ui/workspace/TextFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {

namespace {

using Reason = FileProblem::Reason;

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
constexpr qsizetype kByteOrderMarkLength = 3;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(TextFile)
};

QString shown(const QString& path) {
  return QDir::toNativeSeparators(path);
}

FileProblem problem(Reason reason, const QString& path, const QString& message) {
  return {reason, path, message};
}

std::optional<FileProblem> refuseBeforeReading(const QString& path) {
  const QFileInfo file(path);
  if (!file.exists()) return problem(Reason::Missing, path, Text::tr("%1 does not exist.").arg(shown(path)));
  if (file.isDir()) return problem(Reason::NotAFile, path, Text::tr("%1 is a folder, not a file.").arg(shown(path)));
  if (!file.isFile()) return problem(Reason::NotAFile, path, Text::tr("%1 is not an ordinary file.").arg(shown(path)));
  if (file.size() > kLargestTextFile) {
    const QLocale locale;
    return problem(
        Reason::TooLarge, path,
        Text::tr("%1 has %2; the editor opens files of up to %3.")
            .arg(shown(path), locale.formattedDataSize(file.size()), locale.formattedDataSize(kLargestTextFile)));
  }
  return std::nullopt;
}

FileProblem atOffset(FileProblem found, const QByteArray& bytes, qsizetype offset) {
  const QByteArrayView before = QByteArrayView(bytes).first(offset);
  found.line = 1 + static_cast<int>(before.count('\n'));
  const qsizetype lineStart = before.lastIndexOf('\n') + 1;
  found.column = 1 + static_cast<int>(QString::fromUtf8(before.sliced(lineStart)).size());
  return found;
}

std::optional<FileProblem> refuseContent(const QString& path, const QByteArray& bytes) {
  if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0) {
    return atOffset(problem(Reason::Binary, path, Text::tr("%1 is a binary file.").arg(shown(path))), bytes, zero);
  }
  if (const auto offset = firstInvalidUtf8(bytes)) {
    FileProblem found = atOffset(problem(Reason::NotUtf8, path, {}), bytes, *offset);
    found.message = Text::tr(
                        "%1 is not UTF-8: line %2, column %3 has a byte 0x%4 that fits no character. Convert the file "
                        "to UTF-8 and open it again.")
                        .arg(shown(path))
                        .arg(found.line)
                        .arg(found.column)
                        .arg(static_cast<unsigned char>(bytes[*offset]), 2, 16, QLatin1Char('0'));
    return found;
  }
  return std::nullopt;
}

// How many continuation bytes follow a lead byte, and the range of the first of them (RFC 3629, section 4).
struct Utf8Lead {
  int continuations;
  unsigned char low;
  unsigned char high;
};

std::optional<Utf8Lead> utf8Lead(unsigned char byte) {
  if (byte < 0x80) return Utf8Lead{0, 0, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return Utf8Lead{1, 0x80, 0xBF};
  if (byte == 0xE0) return Utf8Lead{2, 0xA0, 0xBF};
  if (byte == 0xED) return Utf8Lead{2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return Utf8Lead{2, 0x80, 0xBF};
  if (byte == 0xF0) return Utf8Lead{3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return Utf8Lead{3, 0x80, 0xBF};
  if (byte == 0xF4) return Utf8Lead{3, 0x80, 0x8F};
  return std::nullopt;
}

}  // namespace

bool isDenied(const QString& path, int access) {
  return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), access, AT_EACCESS) != 0 && errno == EACCES;
}

std::optional<qsizetype> firstInvalidUtf8(const QByteArray& bytes) {
  const auto at = [&](qsizetype index) { return static_cast<unsigned char>(bytes[index]); };
  for (qsizetype index = 0; index < bytes.size();) {
    const auto lead = utf8Lead(at(index));
    if (!lead) return index;
    for (int step = 1; step <= lead->continuations; ++step) {
      const unsigned char low = step == 1 ? lead->low : 0x80;
      const unsigned char high = step == 1 ? lead->high : 0xBF;
      if (index + step >= bytes.size() || at(index + step) < low || at(index + step) > high) return index;
    }
    index += 1 + lead->continuations;
  }
  return std::nullopt;
}

std::variant<TextFile, FileProblem> readTextFile(const QString& path) {
  if (auto refused = refuseBeforeReading(path)) return *refused;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return problem(isDenied(path, R_OK) ? Reason::NoPermission : Reason::ReadFailed, path,
                   Text::tr("%1 cannot be read: %2.").arg(shown(path), file.errorString()));
  }
  QByteArray bytes = file.read(kLargestTextFile + 1);
  if (file.error() != QFileDevice::NoError) {
    return problem(Reason::ReadFailed, path, Text::tr("%1 cannot be read: %2.").arg(shown(path), file.errorString()));
  }
  if (auto refused = refuseContent(path, bytes)) return *refused;
  if (!bytes.startsWith(kByteOrderMark)) return TextFile{bytes, TextFile::ByteOrderMark::Absent};
  return TextFile{bytes.sliced(kByteOrderMarkLength), TextFile::ByteOrderMark::Present};
}

std::optional<FileProblem> writeTextFile(const QString& path, const TextFile& content) {
  const bool isMarked = content.byteOrderMark == TextFile::ByteOrderMark::Present;
  const auto reason = writeWhole(path, isMarked ? kByteOrderMark + content.text : content.text);
  if (!reason) return std::nullopt;
  const bool denied = isDenied(path, W_OK) || isDenied(QFileInfo(path).path(), W_OK);
  return problem(denied ? Reason::NoPermission : Reason::WriteFailed, path,
                 Text::tr("%1 cannot be saved: %2. The file on disk is unchanged and your text is kept.")
                     .arg(shown(path), *reason));
}

}  // namespace vmscope::ui
