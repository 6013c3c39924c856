#pragma once

#include <QString>
#include <QVector>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

// How the client reads V8's own domains out of JSON: text becomes QString, an absent field leaves the default.
NLOHMANN_JSON_NAMESPACE_BEGIN
template <>
struct adl_serializer<QString> {
  static void to_json(json& out, const QString& text) { out = text.toStdString(); }
  static void from_json(const json& in, QString& text) {
    text = QString::fromStdString(in.get_ref<const std::string&>());
  }
};
NLOHMANN_JSON_NAMESPACE_END

namespace vmscope::ui {

template <class Value>
void readField(const nlohmann::json& object, const char* name, Value& value) {
  if (const auto field = object.find(name); field != object.end()) field->get_to(value);
}

template <class Value>
void readField(const nlohmann::json& object, const char* name, std::optional<Value>& value) {
  if (const auto field = object.find(name); field != object.end()) value = field->get<Value>();
}

template <class Value>
void writeField(nlohmann::json& object, const char* name, const std::optional<Value>& value) {
  if (value) object[name] = *value;
}

}  // namespace vmscope::ui
