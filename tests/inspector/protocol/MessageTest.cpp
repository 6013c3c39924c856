#include "inspector/protocol/Message.h"

#include <gtest/gtest.h>

namespace vmscope::protocol {
namespace {

struct Case {
  const char* text;
  ErrorCode code;
  std::optional<std::int64_t> id;
  const char* says;
};

TEST(Request, is_read_with_id_method_and_params) {
  const auto read = readRequest(R"({"id": 7, "method": "Vm.terminate", "params": {"a": [1]}})");
  const auto& request = std::get<Request>(read);
  EXPECT_EQ(request.id, 7);
  EXPECT_EQ(request.method, "Vm.terminate");
  EXPECT_EQ(request.params, Json::parse(R"({"a": [1]})"));
}

TEST(Request, without_params_has_an_empty_object) {
  EXPECT_EQ(std::get<Request>(readRequest(R"({"id":1,"method":"Vm.enable"})")).params, Json::object());
}

TEST(Request, that_cannot_be_read_says_why_and_keeps_the_id_where_there_is_one) {
  const Case cases[] = {
      {"", ErrorCode::Parse, {}, "Message is not JSON"},
      {"{\"id\":1", ErrorCode::Parse, {}, "Message is not JSON"},
      {"{\"id\":1,\"method\":\"\xff\"}", ErrorCode::Parse, {}, "ill-formed UTF-8"},
      {R"({"id":1e+3003,"method":"A.b"})", ErrorCode::Parse, {}, "number overflow"},
      {"[]", ErrorCode::InvalidRequest, {}, "an object is expected"},
      {R"({"method":"A.b"})", ErrorCode::InvalidRequest, {}, "id: an integer is expected"},
      {R"({"id":"1","method":"A.b"})", ErrorCode::InvalidRequest, {}, "id: an integer is expected"},
      {R"({"id":18446744073709551615,"method":"A.b"})", ErrorCode::InvalidRequest, {}, "id: an integer is expected"},
      {R"({"id":3})", ErrorCode::InvalidRequest, 3, "method: a string is expected"},
      {R"({"id":4,"method":"A.b","params":[]})", ErrorCode::InvalidRequest, 4, "params: an object is expected"},
  };
  for (const Case& each : cases) {
    const auto read = readRequest(each.text);
    ASSERT_TRUE(std::holds_alternative<UnreadableRequest>(read)) << each.text;
    const auto& unreadable = std::get<UnreadableRequest>(read);
    EXPECT_EQ(unreadable.error.code, each.code) << each.text;
    EXPECT_EQ(unreadable.id, each.id) << each.text;
    EXPECT_NE(unreadable.error.message.find(each.says), std::string::npos) << unreadable.error.message;
  }
}

TEST(Request, nested_too_deep_is_refused_before_anything_recurses) {
  const std::string deep = R"({"id":1,"method":"A.b","params":{"x":)" + std::string(1000000, '[');
  const auto read = readRequest(deep);
  ASSERT_TRUE(std::holds_alternative<UnreadableRequest>(read));
  EXPECT_NE(std::get<UnreadableRequest>(read).error.message.find("nested deeper than 200"), std::string::npos);
}

TEST(Request, may_have_brackets_in_strings) {
  const std::string text = R"({"id":1,"method":"A.b","params":{"x":"\")" + std::string(1000, '[') + "\"}}";
  EXPECT_TRUE(std::holds_alternative<Request>(readRequest(text)));
}

TEST(Request, is_known_by_its_method_where_v8_sees_no_other) {
  EXPECT_EQ(peekMethod(R"({"id":1,"method":"A.b","params":{"method":"C.d"}})"), "A.b");
  EXPECT_EQ(peekMethod(" { \"params\" : {\"a\":\"\\\"}\", \"method\":[]} , \"method\" : \"A.b\" }\n"), "A.b");
  for (const char* text : {
           R"({"id":1,"m\u0065thod":"A.b"})",
           R"({"id":1,"method":"A.\u0062"})",
           R"({"id":1/*,"method":"A.b"}*/,"method":"C.d"})",
           R"({"id":1,"params":{/*"*/},"method":"A.b"})",
           R"({"id":1,"params":"})",
           R"({"id":1,"method":7})",
           R"(["method","A.b"])",
           "",
       }) {
    EXPECT_EQ(peekMethod(text), "") << text;
  }
}

TEST(Request, that_is_written_unusually_is_written_anew) {
  EXPECT_EQ(plainRequest(R"({ "id":1,"method":"A.b" })"), R"({ "id":1,"method":"A.b" })");
  EXPECT_EQ(plainRequest(R"({"id":1,"method":"A.\u0062"})"), requestText(1, "A.b", Json::object()));
  EXPECT_EQ(plainRequest("{nonsense"), "{nonsense");
}

TEST(Reply, comes_back_as_it_was_written) {
  const auto result = std::get<Reply>(readReply(resultText(5, {{"value", "é"}})));
  EXPECT_EQ(result.id, 5);
  EXPECT_EQ(result.result["value"], "é");

  const auto error = std::get<Reply>(readReply(errorText(6, methodNotFound("A.b"))));
  EXPECT_EQ(error.id, 6);
  EXPECT_EQ(error.error->code, ErrorCode::MethodNotFound);
  EXPECT_EQ(error.error->message, "'A.b' wasn't found");

  const auto event = std::get<Notification>(readReply(eventText("A.c", {{"n", 1}})));
  EXPECT_EQ(event.method, "A.c");
  EXPECT_EQ(event.params["n"], 1);
}

TEST(Reply, with_broken_bytes_is_sent_with_replacements) {
  EXPECT_NE(resultText(1, {{"value", "\xff"}}).find("\xef\xbf\xbd"), std::string::npos);
}

TEST(Reply, that_is_none_is_named) {
  EXPECT_TRUE(std::holds_alternative<UnreadableReply>(readReply("nonsense")));
  EXPECT_TRUE(std::holds_alternative<UnreadableReply>(readReply("{}")));
  EXPECT_TRUE(std::holds_alternative<UnreadableReply>(readReply("3")));
}

}  // namespace
}  // namespace vmscope::protocol
