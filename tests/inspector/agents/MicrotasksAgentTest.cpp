#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;

class MicrotasksAgentTest : public test::InspectorTest {
 protected:
  Json queue(int id) {
    const Json result = client.result("Microtasks.getQueues");
    for (const Json& each : result["queues"]) {
      if (each["queueId"] == id) return each;
    }
    return {};
  }

  void run(const std::string& source, int context = 1) {
    client.result("Vm.runScript", {{"executionContextId", context}, {"source", source}, {"url", "lab.js"}});
  }

  void hold(int queueId, bool held) { client.result("Microtasks.hold", {{"queueId", queueId}, {"held", held}}); }
};

TEST_F(MicrotasksAgentTest, names_the_queues_and_whose_they_are) {
  const int own = createContext({{"name", "beta"}, {"microtaskMode", "afterEvaluate"}});
  const Json queues = client.result("Microtasks.getQueues")["queues"];
  ASSERT_EQ(queues.size(), 2u);
  EXPECT_EQ(queues[0]["name"], "default");
  EXPECT_EQ(queues[0]["contexts"], Json::array({1}));
  EXPECT_EQ(queues[1]["name"], "beta");
  EXPECT_EQ(queues[1]["contexts"], Json::array({own}));
  EXPECT_EQ(queues[0]["exact"], true);
}

TEST_F(MicrotasksAgentTest, shows_what_waits_in_a_held_queue) {
  hold(1, true);
  run("Promise.resolve(1).then(function first() {});\n"
      "Promise.reject(1).catch(function second() {});\n"
      "(async function third() {\n"
      "  await 1;\n"  // line 3
      "})()");
  const Json held = queue(1);
  EXPECT_EQ(held["held"], true);
  EXPECT_EQ(held["length"], 3);
  EXPECT_EQ(held["jobs"][0]["kind"], "then");
  EXPECT_EQ(held["jobs"][0]["handler"]["name"], "first");
  EXPECT_EQ(held["jobs"][1]["kind"], "catch");
  EXPECT_EQ(held["jobs"][2]["kind"], "await");
  EXPECT_EQ(held["jobs"][2]["handler"]["location"]["line"], 3);
  EXPECT_EQ(held["jobs"][2]["handler"]["location"]["url"], "lab.js");
  EXPECT_EQ(client.result("Vm.getEngineState")["activity"], "held");
}

TEST_F(MicrotasksAgentTest, steps_runs_to_and_drains) {
  hold(1, true);
  run("globalThis.log = ''; for (const c of 'abcde') Promise.resolve().then(() => log += c)");
  const Json stepped = client.result("Microtasks.step", {{"queueId", 1}});
  EXPECT_EQ(stepped["job"]["kind"], "then");
  EXPECT_EQ(evaluate("log"), "a");

  const Json fourth = queue(1)["jobs"][2]["jobId"];
  EXPECT_EQ(client.result("Microtasks.runTo", {{"jobId", fourth}})["jobsRun"], 2);
  EXPECT_EQ(evaluate("log"), "abc");

  EXPECT_EQ(client.result("Microtasks.step")["job"]["jobId"], fourth);
  EXPECT_EQ(client.result("Microtasks.drain", {{"queueId", 1}})["jobsRun"], 1);
  EXPECT_EQ(evaluate("log"), "abcde");
  EXPECT_FALSE(client.result("Microtasks.step").contains("job"));
}

TEST_F(MicrotasksAgentTest, gives_the_objects_of_a_waiting_job) {
  hold(1, true);
  run("Promise.resolve('argument').then(function handler() {})");
  const Json job = queue(1)["jobs"][0]["jobId"];
  const Json objects = client.result("Microtasks.getJobObjects", {{"jobId", job}});
  EXPECT_EQ(objects["handler"]["type"], "function");
  EXPECT_EQ(objects["argument"]["value"], "argument");
  EXPECT_EQ(objects["promise"]["subtype"], "promise");
  client.result("Microtasks.step");
  EXPECT_EQ(client.call("Microtasks.getJobObjects", {{"jobId", job}}).error->code, ErrorCode::Refused);
}

TEST_F(MicrotasksAgentTest, tells_of_jobs_and_queues_to_those_who_asked) {
  client.result("Microtasks.enable");
  hold(1, true);
  EXPECT_EQ(client.next("Microtasks.queueChanged")["queue"]["held"], true);
  run("Promise.resolve().then(function job() {})");
  client.until([&] { return client.events("Microtasks.queueChanged").back()["queue"]["length"] == 1; }, "the job");
  client.result("Microtasks.step");
  const Json started = client.next("Microtasks.jobStarted");
  EXPECT_EQ(started["job"]["handler"]["name"], "job");
  EXPECT_EQ(client.next("Microtasks.jobFinished")["jobId"], started["job"]["jobId"]);
  client.until([&] { return client.events("Microtasks.queueChanged").back()["queue"]["length"] == 0; },
               "an empty queue");
  EXPECT_EQ(client.next("Microtasks.checkpoint")["checkpoint"]["reason"], "step");
}

TEST_F(MicrotasksAgentTest, reports_a_hundred_thousand_jobs_in_a_bounded_number_of_events) {
  client.result("Microtasks.enable");
  run("let n = 0; (function next() { if (++n < 100000) Promise.resolve().then(next) })()");
  EXPECT_LT(client.events("Microtasks.jobStarted").size(), 50000u);  // a tenth, but for slow sanitizers
  EXPECT_GT(client.events("Microtasks.jobStarted").size(), 0u);
  client.until([&] { return client.events("Microtasks.queueChanged").back()["queue"]["length"] == 0; },
               "the last report");
}

TEST_F(MicrotasksAgentTest, remembers_who_enqueued_when_asked_to) {
  client.result("Microtasks.enable", {{"origins", "full"}});
  hold(1, true);
  run("function outer() {\n  Promise.resolve().then(() => {});\n}\nouter();");  // line 1
  const Json job = queue(1)["jobs"][0];
  EXPECT_EQ(job["enqueuedBy"]["kind"], "script");
  ASSERT_TRUE(job.contains("origin")) << job;
  EXPECT_EQ(job["origin"]["callFrames"][0]["functionName"], "outer");
  EXPECT_EQ(job["origin"]["callFrames"][0]["lineNumber"], 1);
  client.result("Microtasks.disable");
  run("Promise.resolve().then(() => {})");
  EXPECT_FALSE(queue(1)["jobs"][1].contains("origin"));
}

TEST_F(MicrotasksAgentTest, releases_what_a_session_holds_when_it_leaves) {
  test::MemoryClient other(target);
  other.result("Microtasks.hold", {{"queueId", 1}, {"held", true}});
  run("Promise.resolve().then(() => globalThis.done = true)");
  EXPECT_EQ(evaluate("typeof done"), "undefined");
  other.leave();
  client.until([&] { return evaluate("typeof done") == "boolean"; }, "the queue to be drained");
}

TEST_F(MicrotasksAgentTest, finds_what_nothing_will_run) {
  const int own = createContext({{"name", "beta"}, {"microtaskMode", "afterEvaluate"}});
  client.result("Vm.runScript", {{"executionContextId", own},
                                 {"source", "globalThis.later = () => new Promise(r => globalThis.settle = r)"}});
  hold(1, true);
  run("(async function waits() { await 1; })()");
  const Json stuck = client.result("Microtasks.getStuck")["stuck"];
  ASSERT_GE(stuck.size(), 1u);
  EXPECT_EQ(stuck[0]["queueId"], 1);
  EXPECT_NE(stuck[0]["reason"].get<std::string>().find("held"), std::string::npos) << stuck;
  EXPECT_EQ(stuck[0]["cause"], "held");
  EXPECT_EQ(stuck[0]["kind"], "await");
  EXPECT_EQ(stuck[0]["handler"], "waits");
}

TEST_F(MicrotasksAgentTest, says_that_an_await_typed_into_a_held_context_waits_for_its_queue) {
  const Json context = client.result("Vm.createContext", {{"microtaskMode", "afterEvaluate"}})["context"];
  hold(context["queueId"], true);
  const auto typed = client.post("Runtime.evaluate", {{"expression", "await 6"},
                                                      {"replMode", true},
                                                      {"awaitPromise", true},
                                                      {"contextId", context["executionContextId"]}});
  const Json stuck = client.result("Microtasks.getStuck")["stuck"];
  ASSERT_GE(stuck.size(), 1u);
  EXPECT_EQ(stuck[0]["promise"].get<std::string>().substr(0, 5), "await");
  EXPECT_EQ(stuck[0]["reason"], "the queue is held");
  EXPECT_EQ(stuck[0]["remedy"], "step it, drain it, or release it");
  client.result("Microtasks.drain", {{"queueId", context["queueId"]}});
  EXPECT_EQ(client.answerTo(typed).result["result"]["value"], 6);
  EXPECT_TRUE(client.result("Microtasks.getStuck")["stuck"].empty());
}

TEST_F(MicrotasksAgentTest, measures_memory_while_jobs_of_a_held_queue_wait) {
  hold(1, true);
  run("Promise.resolve().then(() => {})");
  EXPECT_EQ(client.result("Vm.measureMemory")["contexts"].size(), 1u);
  EXPECT_EQ(queue(1)["length"], 1);
}

TEST_F(MicrotasksAgentTest, reads_queues_inside_a_busy_loop) {
  client.result("Vm.enable");
  std::int64_t asked = 0;
  client.on("Vm.engineState", [&](const Json& state) {
    if (state["activity"] != "running" || asked != 0) return;
    asked = client.post("Microtasks.getQueues");
    client.post("Vm.terminate");
  });
  run("Promise.resolve().then(function waiting() {}); for (;;);");
  const Json queues = client.answerTo(asked).result["queues"];
  EXPECT_EQ(queues[0]["length"].is_number(), true);
}

TEST_F(MicrotasksAgentTest, reads_pages_of_a_queue) {
  hold(1, true);
  run("for (let i = 0; i < 3000; ++i) Promise.resolve().then(() => {})");
  const auto page = [&](int from, int count) {
    return client.result("Microtasks.getJobs", {{"queueId", 1}, {"from", from}, {"count", count}});
  };
  EXPECT_EQ(queue(1)["jobs"].size(), 1000u);
  EXPECT_EQ(page(1000, 5000)["jobs"].size(), 2000u);
  EXPECT_EQ(page(1000, 10)["length"], 3000);
  const Json job = page(2500, 1)["jobs"][0]["jobId"];
  client.result("Microtasks.step");
  EXPECT_EQ(page(2499, 1)["jobs"][0]["jobId"], job);
  EXPECT_EQ(page(2499, 1)["finished"], 1);
  EXPECT_EQ(page(3000, 10)["jobs"], Json::array());
  EXPECT_EQ(client.call("Microtasks.getJobs", {{"queueId", 1}, {"from", -1}, {"count", 1}}).error->message,
            "Invalid parameters: from: it is negative");
  EXPECT_EQ(client.call("Microtasks.getJobs", {{"queueId", 7}, {"from", 0}, {"count", 1}}).error->message,
            "Invalid parameters: queueId: there is no queue 7");
}

TEST_F(MicrotasksAgentTest, tells_only_of_stepped_jobs_when_asked_to) {
  client.result("Microtasks.enable", {{"jobs", "stepped"}});
  run("Promise.resolve().then(function unseen() {})");
  EXPECT_EQ(client.next("Microtasks.checkpoint")["checkpoint"]["jobsRun"], 1);
  hold(1, true);
  run("Promise.resolve().then(function seen() {})");
  client.result("Microtasks.step");
  EXPECT_EQ(client.next("Microtasks.jobStarted")["job"]["handler"]["name"], "seen");
  EXPECT_EQ(client.events("Microtasks.jobStarted").size(), 1u);
  EXPECT_EQ(client.events("Microtasks.jobFinished").size(), 1u);
}

TEST_F(MicrotasksAgentTest, follows_each_job_without_telling_of_it) {
  client.result("Microtasks.enable", {{"jobs", "followed"}});
  client.result("Runtime.enable");
  std::int64_t asked = 0;
  client.on("Runtime.consoleAPICalled", [&](const Json&) {
    asked = client.post("Microtasks.getQueues");
    client.post("Vm.terminate");
  });
  run("Promise.resolve().then(function first() {\n"
      "  Promise.resolve().then(function second() { console.log('here'); for (;;); });\n"
      "})");
  client.until([&] { return asked != 0; }, "the second job");
  const Json running = client.answerTo(asked).result["queues"][0]["running"];
  EXPECT_EQ(running["handler"]["name"], "second");
  EXPECT_EQ(running["enqueuedBy"]["kind"], "job") << running;
  EXPECT_EQ(client.next("Microtasks.checkpoint")["checkpoint"]["jobsRun"], 2);
  EXPECT_EQ(client.events("Microtasks.jobStarted").size(), 0u);
}

TEST_F(MicrotasksAgentTest, names_the_job_that_runs) {
  client.result("Microtasks.enable");
  hold(1, true);
  run("Promise.resolve().then(function endless() { for (;;); })");
  std::int64_t asked = 0;
  whenRunning([&] {
    asked = client.post("Microtasks.getQueues");
    client.post("Vm.terminate");
  });
  client.result("Microtasks.drain", {{"queueId", 1}});
  const Json queues = client.answerTo(asked).result["queues"];
  EXPECT_EQ(queues[0]["running"]["handler"]["name"], "endless") << queues;
}

TEST_F(MicrotasksAgentTest, names_queues_and_jobs_that_are_not_there) {
  EXPECT_EQ(client.call("Microtasks.hold", {{"queueId", 99}, {"held", true}}).error->message,
            "Invalid parameters: queueId: there is no queue 99");
  EXPECT_EQ(client.call("Microtasks.step", {{"queueId", -1}}).error->code, ErrorCode::InvalidParams);
  EXPECT_EQ(client.call("Microtasks.drain", {{"queueId", 4294967297}}).error->code, ErrorCode::InvalidParams);
  EXPECT_TRUE(client.call("Microtasks.runTo", {{"jobId", 5}}).error);
  EXPECT_TRUE(client.call("Microtasks.runTo", {{"jobId", -5}}).error);
  EXPECT_TRUE(client.call("Microtasks.getJobObjects", {{"jobId", 9007199254740991}}).error);
  EXPECT_EQ(client.call("Microtasks.enable", {{"origins", "some"}}).error->message,
            "Invalid parameters: origins: one of none, top, full is expected");
}

}  // namespace
}  // namespace vmscope
