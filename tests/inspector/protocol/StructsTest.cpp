#include <gtest/gtest.h>

#include "inspector/protocol/Debugger.h"
#include "inspector/protocol/Message.h"
#include "inspector/protocol/Microtasks.h"
#include "inspector/protocol/Vm.h"

namespace vmscope::protocol {
namespace {

TEST(Parameters, are_read_into_their_struct) {
  const auto read = parse<vm::CreateContextParams>(Json::parse(R"({
    "name": "beta", "origin": "https://beta.example:8443", "contextify": false,
    "codeGeneration": {"strings": true, "wasm": false}, "microtaskMode": "afterEvaluate", "newer": 1})"));
  ASSERT_TRUE(read) << read.problem;
  EXPECT_EQ(read.value.name, "beta");
  EXPECT_EQ(read.value.contextify, false);
  EXPECT_TRUE(read.value.codeGeneration->strings);
  EXPECT_EQ(read.value.microtaskMode, vm::MicrotaskMode::AfterEvaluate);
  EXPECT_EQ(read.value.contextObject, std::nullopt);
  EXPECT_STREQ(vm::CreateContextParams::method, "Vm.createContext");
}

TEST(Parameters, that_are_wrong_are_named) {
  const auto problem = [](const char* text) { return parse<vm::CreateContextParams>(Json::parse(text)).problem; };
  EXPECT_EQ(problem("[]"), "params: an object is expected");
  EXPECT_EQ(problem(R"({"name": 1})"), "name: a string is expected");
  EXPECT_EQ(problem(R"({"name": null})"), "name: a string is expected");
  EXPECT_EQ(problem(R"({"codeGeneration": {"strings": true}})"), "codeGeneration.wasm is missing");
  EXPECT_EQ(problem(R"({"codeGeneration": {"strings": "yes", "wasm": true}})"),
            "codeGeneration.strings: a boolean is expected");
  EXPECT_EQ(problem(R"({"microtaskMode": "sometimes"})"), "microtaskMode: afterEvaluate is expected");
}

TEST(Parameters, that_are_missing_are_named) {
  EXPECT_EQ(parse<vm::RunScriptParams>(Json{{"source", ""}}).problem, "executionContextId is missing");
}

TEST(Integers, may_be_written_as_whole_numbers_but_never_be_rounded) {
  const auto problem = [](const char* text) { return parse<vm::DisposeContextParams>(Json::parse(text)).problem; };
  EXPECT_EQ(problem(R"({"executionContextId": 2})"), "");
  EXPECT_EQ(problem(R"({"executionContextId": 2.0})"), "");
  EXPECT_EQ(problem(R"({"executionContextId": 2.5})"), "executionContextId: an integer is expected");
  EXPECT_EQ(problem(R"({"executionContextId": 1e300})"), "executionContextId: an integer is expected");
  EXPECT_EQ(problem(R"({"executionContextId": "2"})"), "executionContextId: an integer is expected");
}

TEST(Lists, name_the_element_that_is_wrong) {
  const auto read = parse<runtime::CallFunctionOnParams>(
      Json::parse(R"({"functionDeclaration": "f", "arguments": [{}, {"objectId": 3}]})"));
  EXPECT_EQ(read.problem, "arguments.1.objectId: a string is expected");
}

TEST(Structs, come_back_as_they_were_written) {
  microtasks::Job job{.jobId = 4,
                      .queueId = 1,
                      .kind = microtasks::JobKind::Await,
                      .handler = {.name = "load", .location = microtasks::Location{.url = "a.mjs", .line = 3}},
                      .enqueuedBy = {.kind = microtasks::CauseKind::Job, .jobId = 2}};
  const auto read = parse<microtasks::Job>(Json(job));
  ASSERT_TRUE(read) << read.problem;
  EXPECT_EQ(Json(read.value), Json(job));
  EXPECT_EQ(Json(job)["kind"], "await");
  EXPECT_FALSE(Json(job).contains("origin"));
}

TEST(Structs, may_contain_themselves) {
  runtime::StackTrace inner{.description = "await", .callFrames = {}, .parent = {}, .parentId = {}};
  runtime::StackTrace outer{.description = {}, .callFrames = {}, .parent = inner, .parentId = {}};
  const runtime::StackTrace copy = outer;
  outer.parent->description = "changed";
  EXPECT_EQ(copy.parent->description, "await");
  EXPECT_EQ(parse<runtime::StackTrace>(Json(copy)).value.parent->description, "await");
}

TEST(Words, that_a_newer_v8_adds_are_read_as_other) {
  const auto read = parse<runtime::RemoteObject>(Json::parse(R"({"type": "record"})"));
  ASSERT_TRUE(read) << read.problem;
  EXPECT_EQ(read.value.type, runtime::RemoteObject::Type::Other);
}

TEST(Words, with_hyphens_keep_them_in_json) {
  EXPECT_STREQ(word(debugger::Scope::Type::WasmExpressionStack), "wasm-expression-stack");
}

TEST(Events, are_written_with_their_method) {
  EXPECT_EQ(eventText(vm::ContextDisposedEvent{.executionContextId = 3}),
            R"({"method":"Vm.contextDisposed","params":{"executionContextId":3}})");
}

}  // namespace
}  // namespace vmscope::protocol
