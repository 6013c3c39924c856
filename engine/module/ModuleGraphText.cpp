// The module graph for people and for other tools: as a table, in DOT and as JSON.
#include <algorithm>
#include <cstdio>

#include "engine/TextColumns.h"
#include "engine/module/ModuleGraph.h"
#include "engine/module/ModuleNames.h"

namespace vmscope {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char each : text) {
    switch (each) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      default:
        if (static_cast<unsigned char>(each) < 0x20) {
          char escape[8];
          std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(each));
          result += escape;
        } else {
          result += each;
        }
    }
  }
  return result + "\"";
}

std::string placeText(const ModulePlace& place) {
  return std::to_string(place.line + 1) + ":" + std::to_string(place.column + 1);
}

std::string micros(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f us", value);
  return text;
}

std::string attributesJson(const ModuleRequest& request) {
  std::string text;
  for (const auto& [key, value] : request.attributes)
    text += (text.empty() ? "" : ",") + quoted(key) + ":" + quoted(value);
  return "{" + text + "}";
}

std::string requestJson(const ModuleRequest& request, const std::optional<int>& target) {
  std::string text = "{\"specifier\":" + quoted(request.specifier) + ",\"attributes\":" + attributesJson(request) +
                     ",\"phase\":\"" + nameOf(request.phase) + "\",\"line\":" + std::to_string(request.line) +
                     ",\"column\":" + std::to_string(request.column);
  if (target) text += ",\"to\":" + std::to_string(*target);
  return text + "}";
}

std::string nodeJson(const ModuleNode& node) {
  std::string text = "{\"id\":" + std::to_string(node.id) + ",\"identifier\":" + quoted(node.identifier) +
                     ",\"kind\":\"" + nameOf(node.kind) + "\",\"status\":\"" + nameOf(node.status) +
                     "\",\"context\":" + quoted(node.contextName) +
                     ",\"hasTopLevelAwait\":" + (node.hasTopLevelAwait ? "true" : "false");
  if (node.isAsyncGraph) text += std::string(",\"isAsyncGraph\":") + (*node.isAsyncGraph ? "true" : "false");
  if (node.awaiting) {
    text += ",\"awaiting\":{\"line\":" + std::to_string(node.awaiting->line) +
            ",\"column\":" + std::to_string(node.awaiting->column) + "}";
  }
  if (node.isEvaluatingAsync) text += ",\"isEvaluatingAsync\":true";
  if (node.error) text += ",\"error\":" + quoted(node.error->message);
  if (node.errorOrigin) text += ",\"errorOrigin\":" + std::to_string(*node.errorOrigin);
  if (node.evaluationOrder) text += ",\"evaluationOrder\":" + std::to_string(*node.evaluationOrder);
  if (node.durationMicros) text += ",\"durationMicros\":" + std::to_string(*node.durationMicros);
  text += ",\"requests\":[";
  for (std::size_t i = 0; i < node.requests.size(); ++i)
    text += (i == 0 ? "" : ",") + requestJson(node.requests[i], node.targets[i]);
  text += "],\"history\":[";
  for (std::size_t i = 0; i < node.history.size(); ++i) {
    const ModuleTransition& step = node.history[i];
    text += std::string(i == 0 ? "" : ",") + "{\"from\":\"" + nameOf(step.from) + "\",\"to\":\"" + nameOf(step.to) +
            "\",\"at\":" + std::to_string(step.at) + "}";
  }
  return text + "]}";
}

const char* colorOf(ModuleStatus status) {
  switch (status) {
    case ModuleStatus::Errored:
      return "#d64545";
    case ModuleStatus::Evaluated:
      return "#2f8f5b";
    case ModuleStatus::Evaluating:
      return "#c78a1d";
    case ModuleStatus::Linked:
    case ModuleStatus::Linking:
      return "#3d74c9";
    case ModuleStatus::Unlinked:
      break;
  }
  return "#8a8f98";
}

}  // namespace

std::string ModuleGraph::namesOf(const std::vector<int>& ids) const {
  std::string names;
  for (const int id : ids) {
    const ModuleNode* node = find(id);
    if (node != nullptr) names += (names.empty() ? "" : ", ") + node->identifier;
  }
  return names;
}

std::string ModuleGraph::toTable() const {
  const ShortNames names(nodes_);
  const std::string table = ModuleGraph(names.rename(nodes_)).table();
  return names.folder().empty() ? table : table + "files are in " + names.folder() + "\n";
}

std::string ModuleGraph::table() const {
  std::size_t width = 6;
  for (const ModuleNode& node : nodes_) width = std::max(width, columnsOf(node.identifier));
  std::string text = padded("order", 7) + padded("module", width + 2) + padded("status", 12) + padded("time", 12) +
                     padded("context", 14) + "imports\n";
  std::vector<const ModuleNode*> rows;
  for (const ModuleNode& node : nodes_) rows.push_back(&node);
  std::stable_sort(rows.begin(), rows.end(), [](const ModuleNode* a, const ModuleNode* b) {
    constexpr int kLast = 1 << 30;
    return a->evaluationOrder.value_or(kLast) < b->evaluationOrder.value_or(kLast);
  });
  for (const ModuleNode* node : rows) {
    std::vector<int> targets;
    for (const auto& target : node->targets) {
      if (target) targets.push_back(*target);
    }
    const std::string row = padded(node->evaluationOrder ? std::to_string(*node->evaluationOrder) : "-", 7) +
                            padded(node->identifier, width + 2) + padded(stateOf(*node), 12) +
                            padded(node->durationMicros ? micros(*node->durationMicros) : "-", 12) +
                            padded(node->contextName, 14) + namesOf(targets);
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  for (const auto& cycle : cycles()) text += "cycle: " + namesOf(cycle) + "\n";
  for (const ModuleNode& node : nodes_) {
    if (node.awaiting) {
      const std::string blocked = namesOf(blockedBy(node.id));
      text += "awaiting: " + node.identifier + ":" + placeText(*node.awaiting) +
              (blocked.empty() ? "" : " blocks " + blocked) + "\n";
    }
    if (node.error && node.errorOrigin == node.id) {
      const std::string poisoned = namesOf(poisonedBy(node.id));
      text += "error: " + node.identifier + ": " + node.error->message +
              (poisoned.empty() ? "" : " (fails " + poisoned + ", too)") + "\n";
    }
  }
  return text;
}

std::string ModuleGraph::toDot() const {
  const ShortNames names(nodes_);
  std::string text =
      "digraph modules {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=10, color=\"#8a8f98\"];\n";
  for (const ModuleNode& node : nodes_) {
    const std::string label = names.of(node) + "\n" + stateOf(node);
    text +=
        "  m" + std::to_string(node.id) + " [label=" + quoted(label) + ", color=\"" + colorOf(node.status) + "\"];\n";
  }
  for (const ModuleNode& node : nodes_) {
    for (std::size_t i = 0; i < node.targets.size(); ++i) {
      if (!node.targets[i]) continue;
      const bool isSource = node.requests[i].phase == ImportPhase::Source;
      text += "  m" + std::to_string(node.id) + " -> m" + std::to_string(*node.targets[i]) +
              " [label=" + quoted(node.requests[i].specifier) + (isSource ? ", style=dashed" : "") + "];\n";
    }
  }
  return text + "}\n";
}

std::string ModuleGraph::toJson() const {
  std::string text = "{\"modules\":[";
  for (std::size_t i = 0; i < nodes_.size(); ++i) text += (i == 0 ? "\n" : ",\n") + nodeJson(nodes_[i]);
  text += "\n],\"cycles\":[";
  const auto found = cycles();
  for (std::size_t i = 0; i < found.size(); ++i) {
    text += i == 0 ? "[" : ",[";
    for (std::size_t j = 0; j < found[i].size(); ++j) text += (j == 0 ? "" : ",") + std::to_string(found[i][j]);
    text += "]";
  }
  return text + "]}\n";
}

}  // namespace vmscope
