#include "engine/module/ModuleGraph.h"

#include <map>
#include <random>
#include <regex>
#include <tuple>

#include "engine/EventLoop.h"
#include "engine/microtask/JobStepper.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/Modules.h"
#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

/// Writes down what observers are told.
struct ModuleLog : ModuleObserver {
  void moduleAdded(const ModuleNode& module) override { text += "+" + module.identifier + " "; }
  void moduleLinked(const ModuleNode& module) override { text += module.identifier + ":linked-to "; }
  void moduleStatusChanged(const ModuleNode& module, const ModuleTransition& step) override {
    if (step.from != step.to)
      text += module.identifier + ":" + nameOf(step.to) + " ";
    else
      text += module.identifier + (module.awaiting ? ":awaits " : ":continued ");
  }
  void moduleRemoved(int) override { text += "- "; }
  std::string text;
};

class ModuleGraphTest : public test::VmTest {
 protected:
  ModuleGraphTest() { isolate.modules().observe(log); }
  ~ModuleGraphTest() override { isolate.modules().unobserve(log); }

  ModuleGraph graph() {
    Lock lock(isolate);
    return isolate.modules().graph(lock);
  }

  const ModuleNode& node(const ModuleGraph& of, std::string_view identifier) {
    for (const ModuleNode& each : of.nodes()) {
      if (each.identifier == identifier) return each;
    }
    throw std::out_of_range(std::string(identifier));
  }

  // `make(name, text)` parses and keeps a module; `link(name)` links it to others by their names.
  static constexpr std::string_view kMake = R"js(
    globalThis.all = {};
    const make = (name, text) => { all[name] = new vm.SourceTextModule(text, { identifier: name }) };
    const link = () => { for (const name in all) all[name].linkRequests(all[name].dependencySpecifiers.map((each) => all[each])) };
  )js";

  std::string program(std::string_view source) { return printed(std::string(kMake) + std::string(source)); }

  ModuleLog log;
};

TEST_F(ModuleGraphTest, TellsObserversOfEachStepInTheOrderOfEvaluation) {
  program(R"js(
    make('main', 'import "dep"');
    make('dep', '');
    link();
    all.main.instantiate();
    all.main.evaluate();
  )js");
  EXPECT_EQ(log.text,
            "+main +dep main:linked-to dep:linked-to main:linked dep:linked main:evaluating dep:evaluating "
            "dep:evaluated main:evaluated ");
  const ModuleGraph now = graph();
  EXPECT_EQ(node(now, "dep").evaluationOrder, 0);
  EXPECT_EQ(node(now, "main").evaluationOrder, 1);
  EXPECT_TRUE(node(now, "main").durationMicros.has_value());
  EXPECT_EQ(node(now, "main").targets[0], node(now, "dep").id);
}

TEST_F(ModuleGraphTest, NamesAnAwaitItsPlaceAndWhatItBlocks) {
  program(R"js(
    make('main', 'import "dep"; import "quick"');
    make('dep', 'let go;\n  await new Promise((resolve) => { globalThis.go = resolve });');
    make('quick', '');
    link();
    all.main.instantiate();
    all.main.evaluate();
  )js");
  ModuleGraph now = graph();
  const ModuleNode& dep = node(now, "dep");
  ASSERT_TRUE(dep.awaiting.has_value());
  EXPECT_EQ(*dep.awaiting, (ModulePlace{1, 2}));
  EXPECT_EQ(now.blockedBy(dep.id), std::vector{node(now, "main").id});
  EXPECT_NE(now.toTable().find("awaiting: dep:2:3 blocks main"), std::string::npos);

  run("go()");
  EXPECT_FALSE(node(graph(), "dep").awaiting.has_value());
  EXPECT_TRUE(log.text.ends_with("dep:awaits dep:continued main:continued ")) << log.text;
}

TEST_F(ModuleGraphTest, IsToldAfterEachStep) {
  JobStepper& stepper = isolate.microtasks().stepper();
  stepper.hold(isolate.defaultQueue(), true);
  run(std::string(kMake) + R"js(
    make('main', 'import "dep"');
    make('dep', 'await 1; await 2');
    link();
    all.main.instantiate();
    all.main.evaluate();
  )js");
  EXPECT_TRUE(node(graph(), "main").isEvaluatingAsync);
  const auto step = [&] {
    log.text.clear();
    const auto stepped = std::get<Stepped>(stepper.step(isolate.defaultQueue()));
    return stepped.job ? stepped.job->handler->name + " -> " + log.text : "nothing";
  };
  EXPECT_EQ(step(), "(top level) -> dep:awaits ");
  EXPECT_EQ(step(), "(top level) -> dep:continued ");
  EXPECT_TRUE(node(graph(), "dep").isEvaluatingAsync);
  EXPECT_EQ(step(), "module finished: dep -> main:continued dep:continued ");
  EXPECT_FALSE(node(graph(), "dep").isEvaluatingAsync);
  EXPECT_FALSE(node(graph(), "main").isEvaluatingAsync);
  EXPECT_EQ(node(graph(), "main").evaluationOrder, 1);
}

TEST_F(ModuleGraphTest, NamesTheModuleWhoseFailureGoesOnToItsImporters) {
  JobStepper& stepper = isolate.microtasks().stepper();
  stepper.hold(isolate.defaultQueue(), true);
  run(std::string(kMake) + R"js(
    make('main', 'import "file:///a/b/dep.mjs"');
    make('file:///a/b/dep.mjs', 'await 1; throw 2');
    link();
    all.main.instantiate();
    all.main.evaluate().catch(() => 0);
  )js");
  std::ignore = stepper.step(isolate.defaultQueue());
  EXPECT_EQ(std::get<Stepped>(stepper.step(isolate.defaultQueue())).job->handler->name, "module failed: dep.mjs");
  EXPECT_EQ(node(graph(), "main").status, ModuleStatus::Errored);
  EXPECT_FALSE(node(graph(), "main").isEvaluatingAsync);
}

TEST_F(ModuleGraphTest, RunsNoBodyThatImportsASyntheticModuleWhichFails) {
  constexpr std::string_view kProgram = R"js(
    all.fails = new vm.SyntheticModule([], () => { throw new Error('mine') }, { identifier: 'fails' });
    make('main', 'import "quick"; import "fails"; log.push("main")');
    make('quick', 'log.push("quick")');
    globalThis.log = [];
    all.main.linkRequests([all.quick, all.fails]);
    all.quick.linkRequests([]);
    all.main.instantiate();
    all.main.evaluate().catch((error) => print(error.message, log.join(), all.main.status, all.fails.status));
  )js";
  EXPECT_EQ(program(kProgram), "mine quick errored errored\n");
  EXPECT_EQ(node(graph(), "main").errorOrigin, node(graph(), "fails").id);
  isolate.modules().unobserve(log);
  EXPECT_EQ(program(kProgram), "mine quick errored errored\n");
  isolate.modules().observe(log);
}

TEST_F(ModuleGraphTest, NumbersABodyThatWaitedBeforeWhatItImportsItself) {
  program(R"js(
    const importModuleDynamically = (name) => { all[name].instantiate(); all[name].evaluate(); return all[name] };
    all.main = new vm.SourceTextModule('import "dep"; import("late")', { identifier: 'main', importModuleDynamically });
    make('dep', 'await 1');
    make('late', '');
    link();
    all.main.instantiate();
    all.main.evaluate();
  )js");
  EXPECT_EQ(node(graph(), "dep").evaluationOrder, 0);
  EXPECT_EQ(node(graph(), "main").evaluationOrder, 1);
  EXPECT_EQ(node(graph(), "late").evaluationOrder, 2);
}

TEST_F(ModuleGraphTest, CallsFilesByTheirPathsInTheFolderOfAll) {
  program(R"js(
    make('file:///a/b/main.mjs', 'import "file:///a/b/c/%E6%A8%A1.mjs"; import "node:fs"');
    make('file:///a/b/c/%E6%A8%A1.mjs', '');
    make('node:fs', '');
    link();
  )js");
  const ModuleGraph now = graph();
  EXPECT_EQ(now.toTable(),
            "order  module    status      time        context       imports\n"
            "-      main.mjs  unlinked    -           main          c/\xE6\xA8\xA1.mjs, node:fs\n"
            "-      c/\xE6\xA8\xA1.mjs  unlinked    -           main\n"
            "-      node:fs   unlinked    -           main\n"
            "files are in file:///a/b/\n");
  EXPECT_NE(now.toSvg().find(">c/\xE6\xA8\xA1.mjs</text>"), std::string::npos);
  EXPECT_NE(now.toDot().find("label=\"main.mjs\\nunlinked\""), std::string::npos);
}

/// The left edges of the boxes, by title.
std::map<std::string, int> columnsOf(const std::string& svg) {
  std::map<std::string, int> columns;
  const std::regex box("<title>([^:]+): [a-z]+</title><rect x=\"([0-9]+)\"");
  for (auto it = std::sregex_iterator(svg.begin(), svg.end(), box); it != std::sregex_iterator(); ++it)
    columns[(*it)[1]] = std::stoi((*it)[2]);
  return columns;
}

TEST_F(ModuleGraphTest, DrawsImportersLeftOfAllTheyImport) {
  program(R"js(
    make('main', 'import "deep"; import "a"; import "self"');
    make('a', 'import "b"');
    make('b', 'import "c"');
    make('c', 'import "b"; import "deep"');
    make('deep', '');
    make('self', 'import "self"');
    link();
  )js");
  const std::string svg = graph().toSvg();
  auto columns = columnsOf(svg);
  EXPECT_LT(columns["main"], columns["a"]);
  EXPECT_LT(columns["a"], columns["b"]);
  EXPECT_LT(columns["b"], columns["c"]);
  EXPECT_LT(columns["c"], columns["deep"]);
  const std::regex back("class=\"import back\"");
  EXPECT_EQ(std::distance(std::sregex_iterator(svg.begin(), svg.end(), back), std::sregex_iterator()), 2);
}

TEST_F(ModuleGraphTest, TellsWhoThrewAndWhomItFails) {
  program(R"js(
    make('main', 'import "middle"; import "never"');
    make('middle', 'import "thrower"');
    make('thrower', 'throw new TypeError("mine")');
    make('never', '');
    link();
    all.main.instantiate();
    all.main.evaluate().catch(() => 0);
  )js");
  const ModuleGraph now = graph();
  const int thrower = node(now, "thrower").id;
  EXPECT_EQ(node(now, "main").errorOrigin, thrower);
  EXPECT_EQ(now.poisonedBy(thrower), (std::vector{node(now, "main").id, node(now, "middle").id}));
  EXPECT_EQ(node(now, "main").error->message, "TypeError: mine");
  EXPECT_EQ(node(now, "never").status, ModuleStatus::Linked);
  EXPECT_NE(now.toTable().find("error: thrower: TypeError: mine (fails main, middle, too)"), std::string::npos);
}

TEST_F(ModuleGraphTest, FindsCyclesAndWritesThemInEveryForm) {
  program(R"js(
    make('main', 'import "a"');
    make('a', 'import "b" with { type: "t" }; import "self"');
    make('b', 'import "a"');
    make('self', 'import "self"');
    link();
  )js");
  const ModuleGraph now = graph();
  const auto cycles = now.cycles();
  ASSERT_EQ(cycles.size(), 2U);
  EXPECT_EQ(cycles[0], std::vector{node(now, "self").id});
  EXPECT_EQ(cycles[1], (std::vector{node(now, "a").id, node(now, "b").id}));
  EXPECT_NE(now.toTable().find("cycle: a, b"), std::string::npos);
  EXPECT_NE(now.toDot().find("m1 -> m2 [label=\"a\"]"), std::string::npos);
  EXPECT_NE(now.toJson().find(R"("specifier":"b","attributes":{"type":"t"},"phase":"evaluation")"), std::string::npos);
  EXPECT_NE(now.toSvg().find("<title>main: unlinked</title>"), std::string::npos);
}

TEST_F(ModuleGraphTest, ShowsStatusAsProgramsSeeItWhileItWatches) {
  EXPECT_EQ(program(R"js(
    globalThis.note = () => print(Object.keys(all).map((name) => `${name} ${all[name].status}`).join(', '));
    make('main', 'import "dep"; note()');
    make('dep', 'note()');
    link();
    all.main.instantiate();
    all.main.evaluate();
  )js"),
            "main evaluating, dep evaluating\nmain evaluating, dep evaluated\n");
}

// Random graphs with cycles, top-level awaits, throwing bodies and late imports.
std::string randomProgram(std::mt19937& random) {
  const auto below = [&](int limit) { return std::uniform_int_distribution(0, limit - 1)(random); };
  const int count = 2 + below(9);
  std::string source = "globalThis.log = []; globalThis.tick = async (n) => { while (n-- > 0) await null };";
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int imports = below(4); imports > 0; --imports) text += "import 'm" + std::to_string(below(count)) + "';";
    const std::string name = std::to_string(i);
    text += "log.push('>" + name + "');";
    if (below(4) == 0) text += "await tick(" + std::to_string(below(5)) + ");";
    if (below(9) == 0) text += "throw 'error of " + name + "';";
    text += "log.push('<" + name + "');";
    source += "make('m" + name + "', `" + text + "`);";
  }
  return source + R"js(
    link();
    (async () => {
      for (const name of ['m0', 'm1']) {
        try { if (all[name].status === 'unlinked') all[name].instantiate() } catch (error) { log.push(error.message) }
        all[name].evaluate().then(() => log.push('done ' + name), (error) => log.push(name + ' failed: ' + error));
      }
      await tick(60);
      print(log.join(' '), Object.values(all).map((one) => one.status).join());
    })();
  )js";
}

TEST_F(ModuleGraphTest, RunsRandomGraphsAlikeWatchedUnwatchedAndInNode) {
  std::mt19937 random(20261120);
  std::string together;
  std::string expected;
  for (int i = 0; i < 200; ++i) {
    const std::string source = randomProgram(random);
    const std::string watched = program(source);
    isolate.modules().unobserve(log);
    const std::string unwatched = program(source);
    isolate.modules().observe(log);
    ASSERT_EQ(watched, unwatched) << source;
    together += "await (async () => {" + std::string(kMake) + source + "await tick(80) })();";
    expected += unwatched;
  }
  expectPrints("(async () => {" + together + "})();", expected);
}

}  // namespace
}  // namespace vmscope
