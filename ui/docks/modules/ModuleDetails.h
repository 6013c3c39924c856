#pragma once

#include <QString>
#include <vector>

namespace vmscope::ui {

class ModuleGraph;
class ModuleTableModel;
class Theme;

// What the modules dock says in words, as rich text; links are "module:INDEX" and "open:INDEX".

QString detailsText(const ModuleGraph& graph, const ModuleTableModel& rows, const Theme& theme, int module);
QString pathText(const ModuleGraph& graph, const Theme& theme, int from, int to, const std::vector<int>& path);
// How many modules have which status, in lines that are no wider than the width, as far as single words allow.
QString legendText(const ModuleGraph& graph, const Theme& theme, int width);

}  // namespace vmscope::ui
