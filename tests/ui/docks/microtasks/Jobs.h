#pragma once

#include <nlohmann/json.hpp>

namespace vmscope::ui {

// Messages of the Microtasks domain as an engine sends them.
inline nlohmann::json jobMessage(int id, int queue, const char* kind, const char* name, int line, int context = 3) {
  return {{"jobId", id},
          {"queueId", queue},
          {"kind", kind},
          {"handler", {{"name", name}, {"location", {{"url", "file:///lab/beta.js"}, {"line", line}, {"column", 2}}}}},
          {"executionContextId", context},
          {"enqueuedBy", {{"kind", id > 2 ? "job" : "script"}, {"jobId", id - 2}}},
          {"origin",
           {{"callFrames", nlohmann::json::array({{{"functionName", "start"},
                                                   {"scriptId", "5"},
                                                   {"url", "file:///lab/beta.js"},
                                                   {"lineNumber", line + 20},
                                                   {"columnNumber", 4}}})}}}};
}

inline nlohmann::json queueMessage(int id, const char* name, bool held, const std::vector<nlohmann::json>& jobs) {
  return {{"queueId", id}, {"name", name}, {"contexts", {id}},      {"held", held},
          {"exact", true}, {"jobs", jobs}, {"length", jobs.size()}, {"finished", 4}};
}

}  // namespace vmscope::ui
