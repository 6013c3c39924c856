#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kHex = "0123456789abcdef";

int hexDigit(char character) {
  if (character >= 'A' && character <= 'F') character = static_cast<char>(character - 'A' + 'a');
  const auto at = kHex.find(character);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// Up to the first pair that is not hexadecimal.
Bytes fromHex(std::string_view text) {
  Bytes bytes;
  for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
    const int high = hexDigit(text[at]);
    const int low = hexDigit(text[at + 1]);
    if (high < 0 || low < 0) break;
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

// Both alphabets; what belongs to neither is skipped, and padding ends the text.
Bytes fromBase64(std::string_view text) {
  Bytes bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char character : text) {
    if (character == '=') break;
    auto digit = kBase64.find(character);
    if (digit == std::string_view::npos) digit = kBase64Url.find(character);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<std::uint8_t>(bits >> count));
  }
  return bytes;
}

std::string toBase64(const std::uint8_t* bytes, std::size_t length, std::string_view alphabet) {
  std::string text;
  const bool pads = alphabet == kBase64;
  for (std::size_t at = 0; at < length; at += 3) {
    const std::size_t left = std::min<std::size_t>(3, length - at);
    std::uint32_t bits = std::uint32_t{bytes[at]} << 16;
    if (left > 1) bits |= std::uint32_t{bytes[at + 1]} << 8;
    if (left > 2) bits |= bytes[at + 2];
    for (std::size_t part = 0; part < 4; ++part) {
      if (part <= left) {
        text += alphabet[(bits >> (18 - 6 * part)) & 63];
      } else if (pads) {
        text += '=';
      }
    }
  }
  return text;
}

Bytes encoded(const Call& call, v8::Local<v8::String> text, std::string_view encoding) {
  v8::Isolate* isolate = call.lock.v8();
  if (encoding == "hex") return fromHex(call.lock.text(text));
  if (encoding == "base64" || encoding == "base64url") return fromBase64(call.lock.text(text));
  if (encoding == "utf8") {
    const std::string utf8 = call.lock.text(text);
    return {utf8.begin(), utf8.end()};
  }
  std::vector<std::uint16_t> units(static_cast<std::size_t>(text->Length()));
  text->WriteV2(isolate, 0, static_cast<std::uint32_t>(units.size()), units.data());
  Bytes bytes;
  for (const std::uint16_t unit : units) {
    bytes.push_back(static_cast<std::uint8_t>(unit));
    if (encoding == "utf16le") bytes.push_back(static_cast<std::uint8_t>(unit >> 8));
  }
  return bytes;
}

v8::MaybeLocal<v8::String> decoded(v8::Isolate* isolate, const std::uint8_t* bytes, std::size_t length,
                                   std::string_view encoding) {
  const auto ascii = [&](const std::string& text) {
    return v8::String::NewFromUtf8(isolate, text.data(), v8::NewStringType::kNormal, static_cast<int>(text.size()));
  };
  if (encoding == "hex") {
    std::string text;
    for (std::size_t at = 0; at < length; ++at) text += {kHex[bytes[at] >> 4], kHex[bytes[at] & 15]};
    return ascii(text);
  }
  if (encoding == "base64") return ascii(toBase64(bytes, length, kBase64));
  if (encoding == "base64url") return ascii(toBase64(bytes, length, kBase64Url));
  if (encoding == "latin1") {
    return v8::String::NewFromOneByte(isolate, bytes, v8::NewStringType::kNormal, static_cast<int>(length));
  }
  if (encoding == "ascii") {
    Bytes seven(bytes, bytes + length);
    for (auto& byte : seven) byte &= 0x7F;
    return v8::String::NewFromOneByte(isolate, seven.data(), v8::NewStringType::kNormal, static_cast<int>(length));
  }
  if (encoding == "utf16le") {
    std::vector<std::uint16_t> units;
    for (std::size_t at = 0; at + 1 < length; at += 2)
      units.push_back(static_cast<std::uint16_t>(bytes[at] | (bytes[at + 1] << 8)));
    return v8::String::NewFromTwoByte(isolate, units.data(), v8::NewStringType::kNormal,
                                      static_cast<int>(units.size()));
  }
  return v8::String::NewFromUtf8(isolate, reinterpret_cast<const char*>(bytes), v8::NewStringType::kNormal,
                                 static_cast<int>(length));
}

void encode(const Info& info) {
  const Call call(info);
  call.returns(makeBytes(call.lock, encoded(call, call[0].As<v8::String>(), call.text(1))).As<v8::Value>());
}

void decode(const Info& info) {
  const Call call(info);
  const auto [data, length] = bytesOf(call[0]);
  v8::Local<v8::String> text;
  if (decoded(call.lock.v8(), data, length, call.text(1)).ToLocal(&text)) {
    call.returns(text.As<v8::Value>());
  } else {
    call.throws(v8::Exception::Error(call.lock.string("Cannot create a string longer than 0x1fffffe8 characters")));
  }
}

bool isContinuation(std::uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

// RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF.
std::size_t sequenceLength(const std::uint8_t* bytes, std::size_t left) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || length > left) return 0;
  if (!std::all_of(bytes + 1, bytes + length, isContinuation)) return 0;
  const bool isWrong = (lead == 0xE0 && bytes[1] < 0xA0) || (lead == 0xED && bytes[1] > 0x9F) ||
                       (lead == 0xF0 && bytes[1] < 0x90) || (lead == 0xF4 && bytes[1] > 0x8F);
  return isWrong ? 0 : length;
}

void isUtf8(const Info& info) {
  const Call call(info);
  const auto [data, length] = bytesOf(call[0]);
  for (std::size_t at = 0; at < length;) {
    const std::size_t step = sequenceLength(data + at, length - at);
    if (step == 0) return call.returnsFlag(false);
    at += step;
  }
  call.returnsFlag(true);
}

constexpr Method kMethods[] = {{"encode", &encode}, {"decode", &decode}, {"isUtf8", &isUtf8}};

}  // namespace

std::pair<const std::uint8_t*, std::size_t> bytesOf(v8::Local<v8::Value> value) {
  if (!value->IsArrayBufferView()) return {nullptr, 0};
  const auto view = value.As<v8::ArrayBufferView>();
  const auto* start = static_cast<const std::uint8_t*>(view->Buffer()->Data());
  return {start + view->ByteOffset(), view->ByteLength()};
}

v8::Local<v8::Uint8Array> makeBytes(const Lock& lock, const std::vector<std::uint8_t>& bytes) {
  const auto buffer = v8::ArrayBuffer::New(lock.v8(), bytes.size());
  std::copy(bytes.begin(), bytes.end(), static_cast<std::uint8_t*>(buffer->Data()));
  return v8::Uint8Array::New(buffer, 0, bytes.size());
}

void defineByteNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
