#pragma once

#include <QString>

namespace vmscope::ui {

// A label as it is spoken or searched: without the mark of its mnemonic, be it "&Save" or "保存(&S)".
QString withoutMnemonic(QString label);

}  // namespace vmscope::ui
