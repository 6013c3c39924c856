#include "tests/engine/module/ModulePrograms.h"

namespace vmscope {
namespace {

using test::inModules;

// Behaviours 47 to 49: how modules find each other. Each program prints the same in Node, unless it says otherwise.
using VmBehaviour = test::VmTest;

TEST_F(VmBehaviour, B47_LinkAsksTheLinkerForEachRequestOfEachModuleOnce) {
  expectPrints(
      inModules(R"js(
    const asked = [];
    const all = { a: parsed('import "b"; import "c"', 'a'), b: parsed('import "c"', 'b'), c: parsed('import "a" with { type: "t" }', 'c') };
    await all.a.link(async (specifier, referrer, extra) => {
      asked.push(`${referrer.identifier}>${specifier}${JSON.stringify(extra)}`);
      return all[specifier];
    });
    print(asked.join(' '));
    print(all.a.status, all.b.status, all.c.status);
    print(await told(all.a.link(() => 0)));
  )js"),
      R"(a>b{"attributes":{},"assert":{}} a>c{"attributes":{},"assert":{}} b>c{"attributes":{},"assert":{}} c>a{"attributes":{"type":"t"},"assert":{"type":"t"}}
linked linked linked
Error ERR_VM_MODULE_ALREADY_LINKED: Module has already been linked
)");
}

TEST_F(VmBehaviour, B47_LinkFailsWithTheAnswerThatIsNoModule) {
  expectPrints(
      inModules(R"js(
    const other = new SourceTextModule('', { context: vm.createContext() });
    const broken = await linked('throw new Error("mine")');
    await told(broken.evaluate());
    for (const answer of [1, {}, other, broken]) {
      const made = parsed('import "x"');
      print(await told(made.link(() => answer)), made.status, await told(made.link(() => leaf)));
    }
    const made = parsed('import "x"');
    try { await made.link(() => broken) } catch (error) { print(error.cause === broken.error, made.error === error) }
    const twice = parsed('import "x"');
    const first = twice.link(() => leaf);
    print(await told(twice.link(() => leaf)));
    await first;
    print(twice.status, await told(parsed('').link(1)));
  )js"),
      R"(Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_DIFFERENT_CONTEXT: Linked modules must use the same context errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
Error ERR_VM_MODULE_LINK_FAILURE: request for 'x' resolved to an errored module errored Error ERR_VM_MODULE_STATUS: Module status must be unlinked
true true
Error ERR_VM_MODULE_STATUS: Module status must be unlinked
linked TypeError ERR_INVALID_ARG_TYPE: The "linker" argument must be of type function. Received type number (1)
)");
}

TEST_F(VmBehaviour, B48_LinkRequestsTakesOneModulePerRequest) {
  expectPrints(
      inModules(R"js(
    const made = parsed('import "x"');
    for (const modules of [1, [], [leaf, leaf], [1]]) print(caught(() => made.linkRequests(modules)));
    const twins = parsed('import "x"; import source y from "x"');
    print(caught(() => twins.linkRequests([leaf, parsed('')])));
    const a = parsed('import { b } from "b"; export const a = () => b', 'a'), b = parsed('import { a } from "a"; export const b = () => a', 'b');
    a.linkRequests([b]);
    b.linkRequests([a]);
    a.instantiate();
    await a.evaluate();
    print(a.namespace.a() === b.namespace.b);
  )js"),
      R"(TypeError ERR_INVALID_ARG_TYPE: The "modules" argument must be an instance of Array. Received type number (1)
TypeError ERR_MODULE_LINK_MISMATCH: Expected 1 modules, got 0
TypeError ERR_MODULE_LINK_MISMATCH: Expected 1 modules, got 2
Error ERR_VM_MODULE_NOT_MODULE: Provided module is not an instance of Module
TypeError ERR_MODULE_LINK_MISMATCH: Module request 'ModuleCacheKey("x")' at index 0 must be linked to the same module requested at index 1
true
)");
}

TEST_F(VmBehaviour, B49_InstantiateNamesWhatIsMissing) {
  expectPrints(inModules(R"js(
    print(caught(() => parsed('import "x"').instantiate()));
    const bar = parsed('import "unknown"', 'file://bar'), main = parsed('import "bar"');
    main.linkRequests([bar]);
    print(caught(() => main.instantiate()), main.status);
    const missing = parsed('import { y } from "leaf"');
    missing.linkRequests([leaf]);
    print(caught(() => missing.instantiate()), missing.status);
    const done = await linked('');
    print(caught(() => done.instantiate()));
  )js"),
               R"(Error ERR_VM_MODULE_LINK_FAILURE: module is not linked
Error ERR_VM_MODULE_LINK_FAILURE: request for 'unknown' can not be resolved on module 'file://bar' that is not linked unlinked
SyntaxError: The requested module 'leaf' does not provide an export named 'y' unlinked
Error ERR_VM_MODULE_STATUS: Module status must be unlinked
)");
}

TEST_F(VmBehaviour, B49_InstantiateRefusesAnAmbiguousName) {
  expectPrints(inModules(R"js(
    const other = new SyntheticModule(['x'], () => 0, { identifier: 'file://other' });
    const both = parsed('export * from "leaf"; export * from "other"', 'file://both');
    both.linkRequests([leaf, other]);
    const user = parsed('import { x } from "both"');
    user.linkRequests([both]);
    print(caught(() => user.instantiate()));
  )js"),
               "SyntaxError: The requested module 'both' contains conflicting star exports for name 'x'\n");
}

}  // namespace
}  // namespace vmscope
