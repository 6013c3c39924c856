#include "engine/vm/NodeError.h"

#include "engine/vm/Arguments.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class NodeErrorTest : public test::EngineTest {
 protected:
  void SetUp() override {
    Lock lock(isolate);
    const auto context = isolate.contexts().main().v8(lock);
    const v8::Context::Scope scope(context);
    define(lock, "requireObject", [](const v8::FunctionCallbackInfo<v8::Value>& info) {
      requireObject(Lock(Isolate::from(info.GetIsolate())), info[0], "object");
    });
    define(lock, "readTimeout", [](const v8::FunctionCallbackInfo<v8::Value>& info) {
      const Lock inner(Isolate::from(info.GetIsolate()));
      Options options(inner, inner.v8()->GetCurrentContext(), info[0]);
      if (const auto timeout = options.positiveUint32("timeout")) info.GetReturnValue().Set(*timeout);
    });
    define(lock, "readMode", [](const v8::FunctionCallbackInfo<v8::Value>& info) {
      const Lock inner(Isolate::from(info.GetIsolate()));
      Options(inner, inner.v8()->GetCurrentContext(), info[0]).oneOf("mode", {"slow", "fast"});
    });
    define(lock, "readBytes", [](const v8::FunctionCallbackInfo<v8::Value>& info) {
      const Lock inner(Isolate::from(info.GetIsolate()));
      Options(inner, inner.v8()->GetCurrentContext(), info[0]).bytes("cachedData");
    });
  }

  /// What `source` throws, as its message alone.
  std::string messageOf(std::string_view source) {
    return run("try { " + std::string(source) + "; 'nothing' } catch (error) { error.message }");
  }

 private:
  void define(Lock& lock, std::string_view name, v8::FunctionCallback call) {
    const auto context = lock.v8()->GetCurrentContext();
    const auto function = v8::Function::New(context, call).ToLocalChecked();
    context->Global()->Set(context, lock.name(name), function).Check();
  }
};

TEST_F(NodeErrorTest, ShowsItsCodeInStackAndText) {
  run("var error; try { requireObject(1) } catch (e) { error = e }");
  EXPECT_EQ(run("error.code"), "ERR_INVALID_ARG_TYPE");
  EXPECT_EQ(run("error.name"), "TypeError");
  EXPECT_EQ(run("error instanceof TypeError && error.constructor === TypeError"), "true");
  EXPECT_EQ(run("error.stack.split('\\n')[0] === String(error)"), "true");
  EXPECT_EQ(
      run("String(error)"),
      "TypeError [ERR_INVALID_ARG_TYPE]: The \"object\" argument must be of type object. Received type number (1)");
  EXPECT_EQ(run("Object.keys(error).join()"), "code");
  EXPECT_EQ(run("error.hasOwnProperty('name')"), "false");
}

TEST_F(NodeErrorTest, DescribesWhatItReceived) {
  const auto received = [this](const std::string& value) {
    const std::string message = messageOf("requireObject(" + value + ")");
    return message.substr(message.find("Received ") + 9);
  };
  EXPECT_EQ(received("undefined"), "undefined");
  EXPECT_EQ(received("null"), "null");
  EXPECT_EQ(received("-0"), "type number (-0)");
  EXPECT_EQ(received("10n"), "type bigint (10n)");
  EXPECT_EQ(received("Symbol('s')"), "type symbol (Symbol(s))");
  EXPECT_EQ(received("'it'"), "type string ('it')");
  EXPECT_EQ(received("\"it's\""), "type string (\"it's\")");
  EXPECT_EQ(received("'a text of more than 28 characters'"), "type string ('a text of more than 28 ch...')");
  EXPECT_EQ(received("function named() {}"), "function named");
  EXPECT_EQ(received("[]"), "an instance of Array");
}

TEST_F(NodeErrorTest, ChecksRangesAsNodeDoes) {
  EXPECT_EQ(run("readTimeout({ timeout: 4294967295 })"), "4294967295");
  EXPECT_EQ(run("readTimeout()"), "undefined");
  EXPECT_EQ(messageOf("readTimeout({ timeout: 0 })"),
            "The value of \"options.timeout\" is out of range. It must be >= 1 && <= 4294967295. Received 0");
  EXPECT_EQ(messageOf("readTimeout({ timeout: 1.5 })"),
            "The value of \"options.timeout\" is out of range. It must be an integer. Received 1.5");
  EXPECT_EQ(
      messageOf("readTimeout({ timeout: 4294967297 })"),
      "The value of \"options.timeout\" is out of range. It must be >= 1 && <= 4294967295. Received 4_294_967_297");
  EXPECT_EQ(messageOf("readTimeout({ timeout: '1' })"),
            "The \"options.timeout\" property must be of type number. Received type string ('1')");
  EXPECT_EQ(messageOf("readTimeout('x')"),
            "The \"options\" argument must be of type object. Received type string ('x')");
}

TEST_F(NodeErrorTest, NamesTheChoices) {
  EXPECT_EQ(messageOf("readMode({ mode: 'odd' })"),
            "The property 'options.mode' must be one of: 'slow', 'fast'. Received 'odd'");
  EXPECT_EQ(messageOf("readMode({ mode: class A {} })"),
            "The property 'options.mode' must be one of: 'slow', 'fast'. Received [class A]");
  EXPECT_EQ(messageOf("readMode({ mode: Object.create(null) })"),
            "The property 'options.mode' must be one of: 'slow', 'fast'. Received [Object: null prototype] {}");
  EXPECT_EQ(messageOf("readMode({ mode: 'fast' })"), "nothing");
}

TEST_F(NodeErrorTest, ListsClasses) {
  EXPECT_EQ(messageOf("readBytes({ cachedData: {} })"),
            "The \"options.cachedData\" property must be an instance of Buffer, TypedArray, or DataView. "
            "Received an instance of Object");
}

TEST_F(NodeErrorTest, PropagatesWhatAGetterThrows) {
  EXPECT_EQ(messageOf("readTimeout({ get timeout() { throw new Error('mine') } })"), "mine");
}

}  // namespace
}  // namespace vmscope
