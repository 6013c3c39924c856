#pragma once

#include <v8.h>

#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/Completion.h"
#include "engine/Observer.h"
#include "engine/module/ModuleGraph.h"
#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/Modules.h"
#include "inspector/transport/Channel.h"

namespace vmscope {

class Isolate;
class Module;

/// The Modules domain: the graph of all modules, whoever made them, and making them step by step: parse, link,
/// instantiate, evaluate.
class ModulesAgent : public Agent, private ModuleObserver, private Observer {
 public:
  explicit ModulesAgent(Target& target);
  ~ModulesAgent() override;

 private:
  using Module = vmscope::Module;  // not the protocol's description of one
  template <class Params>
  using Answered = Answer<typename Params::Result>;
  using EvaluateAnswer = AnswerLater<protocol::modules::EvaluateResult>;

  Answered<protocol::modules::EnableParams> enableEvents(Session& session,
                                                         const protocol::modules::EnableParams& params);
  Answered<protocol::modules::DisableParams> disableEvents(Session& session,
                                                           const protocol::modules::DisableParams& params);
  Answered<protocol::modules::CreateParams> create(Session& session, const protocol::modules::CreateParams& params);
  Answered<protocol::modules::LoadParams> load(Session& session, const protocol::modules::LoadParams& params);
  Answered<protocol::modules::LinkParams> link(Session& session, const protocol::modules::LinkParams& params);
  Answered<protocol::modules::InstantiateParams> instantiate(Session& session,
                                                             const protocol::modules::InstantiateParams& params);
  void evaluate(Session& session, const protocol::modules::EvaluateParams& params, EvaluateAnswer answer);
  Answered<protocol::modules::RemoveParams> remove(Session& session, const protocol::modules::RemoveParams& params);
  Answered<protocol::modules::GetGraphParams> graph(Session& session, const protocol::modules::GetGraphParams& params);
  Answered<protocol::modules::GetNamespaceParams> namespaceObject(Session& session,
                                                                  const protocol::modules::GetNamespaceParams& params);

  Answered<protocol::modules::GetSourceParams> source(Session& session,
                                                      const protocol::modules::GetSourceParams& params);

  void moduleAdded(const ModuleNode& module) override;
  void moduleLinked(const ModuleNode& module) override;
  void moduleStatusChanged(const ModuleNode& module, const ModuleTransition& transition) override;
  void moduleRemoved(int moduleId) override;
  void turnEnded() override;

  // An evaluation whose top-level await has not settled, and who waits for it.
  struct Pending {
    ConnectionId session;
    int moduleId;
    double startedAt;
    v8::Global<v8::Promise> promise;
    EvaluateAnswer answer;
  };

  Module* find(const std::string& moduleId) const;
  protocol::modules::Module describe(const Lock& lock, Module& module) const;
  protocol::modules::EvaluateResult outcome(Lock& lock, Session& session, Module& module,
                                            v8::Local<v8::Promise> promise, double startedAt) const;
  void watchAsNeeded();
  void lookAtPending();

  Target& target_;
  Isolate& isolate_;
  std::map<int, std::string> made_;  // modules of this domain, pinned until they are removed, with their sources
  std::set<int> removed_;            // that clients were told are gone, though their memory is not yet
  std::list<Pending> pending_;
  bool isWatching_ = false;
  std::shared_ptr<ModulesAgent*> self_;
};

}  // namespace vmscope
