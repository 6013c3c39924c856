#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

class QIODevice;
class QSaveFile;

namespace vmscope::ui {

// Files that are written whole or not at all. Any thread.

// Writes all of the bytes, or gives why not: QIODevice::write may write a part of them and call that a success.
std::optional<QString> writeAll(QIODevice& device, QByteArrayView bytes);

// Puts the new file in the place of the old one, or leaves the old one and gives why. QSaveFile::commit alone takes a
// file for whole whose last buffer the disk had no room for.
std::optional<QString> commitWhole(QSaveFile& file);

// Replaces the content of a file, or leaves it and gives why.
std::optional<QString> writeWhole(const QString& path, QByteArrayView bytes);

}  // namespace vmscope::ui
