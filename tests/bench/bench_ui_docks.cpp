// What the docks cost at their limits: console lines as they arrive, a long lane, a dense module graph.

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <algorithm>
#include <cstdio>
#include <random>

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineProcess.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/client/VmClient.h"
#include "ui/docks/console/ConsoleFormat.h"
#include "ui/docks/console/ConsoleModel.h"
#include "ui/docks/console/ConsoleView.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/QueueFeed.h"
#include "ui/docks/modules/GraphShape.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kPatienceMs = 30'000;

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The times of the turns of the event loop while something goes on.
class Frames {
 public:
  void turn() {
    clock_.start();
    QCoreApplication::processEvents();
    times_.push_back(milliseconds(clock_));
  }
  double last() const { return times_.back(); }
  double slowest() const { return times_.empty() ? 0 : *std::max_element(times_.begin(), times_.end()); }
  double mean() const {
    double sum = 0;
    for (double time : times_) sum += time;
    return times_.empty() ? 0 : sum / static_cast<double>(times_.size());
  }

 private:
  QElapsedTimer clock_;
  std::vector<double> times_;
};

void consoleLines(const Theme& theme) {
  constexpr int kLines = 100'000;
  constexpr int kPerTurn = 500;  // as many as one read from the engine brings
  ConsoleModel model;
  ConsoleView view(model, theme);
  view.resize(900, 400);
  view.show();
  QCoreApplication::processEvents();
  ConsoleCall call;
  call.type = QStringLiteral("log");
  call.executionContextId = 1;
  call.args.resize(2);
  call.args[0].type = QStringLiteral("string");
  call.args[0].value = "a line of ordinary length, number";
  call.args[1].type = QStringLiteral("number");
  Frames frames;
  QElapsedTimer total;
  total.start();
  for (int line = 0; line < kLines || model.entryCount() < kLines;) {
    for (int i = 0; i < kPerTurn && line < kLines; ++i, ++line) {
      call.args[1].description = QString::number(line);
      model.append(consoleEntry(call));
    }
    frames.turn();
  }
  std::printf("console: %d lines in %.0f ms, slowest turn %.1f ms, mean %.2f ms\n", kLines, milliseconds(total),
              frames.slowest(), frames.mean());
}

void longLane(const Theme& theme) {
  constexpr int kJobs = 100'000;
  QueueBoard board;
  Lane lane;
  lane.id = 1;
  lane.name = QStringLiteral("beta");
  for (int id = 0; id < kJobs; ++id) {
    QueueJob job;
    job.id = id + 1;
    job.queueId = 1;
    job.kind = static_cast<JobKind>(id % 7);
    job.handler = QStringLiteral("onLoaded");
    job.place = {QStringLiteral("file:///lab/beta.js"), id % 90, 0, {}};
    lane.jobs.push_back(std::move(job));
  }
  lane.length = kJobs;
  board.setLanes({std::move(lane)});
  LanesView view(board, theme);
  view.resize(1200, 200);
  view.show();
  QCoreApplication::processEvents();
  Frames frames;
  for (int step = 0; step < 300; ++step) {
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum() / 300 * step);
    frames.turn();
  }
  std::printf("lane: %d jobs, a frame of scrolling %.2f ms, slowest %.1f ms\n", kJobs, frames.mean(), frames.slowest());
}

template <class Condition>
void waitFor(Condition&& holds, const char* what) {
  QElapsedTimer clock;
  clock.start();
  while (!holds()) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, kPatienceMs);
    if (clock.hasExpired(kPatienceMs)) qFatal("bench_ui_docks: waited in vain for %s", what);
  }
}

// What a person meets who drags the scroll bar: most pages come while others are already wanted.
void longLaneOfTheEngine(const Theme& theme) {
  constexpr int kJobs = 100'000;
  constexpr int kFrames = 300;
  constexpr double kFrame = 1000.0 / 60;
  EngineSession session(std::make_unique<EngineProcess>(EngineProcess::Options{}));
  session.startFresh();
  waitFor([&] { return session.isUsable() && !session.contexts().all().empty(); }, "the engine");
  QueueBoard board;
  QueueFeed feed(session, board);
  feed.setWatching(true);
  waitFor([&] { return !board.lanes().empty(); }, "its queues");
  session.microtasks().hold({board.currentQueue(), true});
  protocol::vm::RunScriptParams run;
  run.executionContextId = session.contexts().all().front().id;
  run.source = "{ const ready = Promise.resolve(); for (let i = 0; i < 100000; ++i) ready.then(() => i); } 0";
  run.url = "bench.js";
  session.vm().runScript(run);
  waitFor([&] { return board.lanes().front().length == kJobs; }, "its jobs");
  LanesView view(board, theme);
  view.resize(1200, 200);
  view.show();
  QCoreApplication::processEvents();
  const QScrollBar& bar = *view.horizontalScrollBar();
  Frames frames;
  int late = 0;
  for (int step = 1; step <= kFrames; ++step) {
    view.horizontalScrollBar()->setValue(static_cast<int>(qint64{bar.maximum()} * step / kFrames));
    frames.turn();
    late += frames.last() > kFrame ? 1 : 0;
  }
  const Lane& lane = board.lanes().front();
  QElapsedTimer clock;
  clock.start();
  waitFor([&] { return lane.waiting(kJobs - 1) != nullptr; }, "the last page");
  std::printf(
      "lane of the engine: %d jobs, a frame of scrolling %.2f ms, slowest %.1f ms, %d of %d over %.1f ms; the last "
      "jobs "
      "read %.0f ms after they came in sight\n",
      kJobs, frames.mean(), frames.slowest(), late, kFrames, kFrame, milliseconds(clock));
}

void denseGraph(const Theme& theme) {
  constexpr int kModules = 2000;
  constexpr int kImports = 3;
  std::mt19937 random(11);
  protocol::modules::GetGraphResult message;
  for (int i = 0; i < kModules; ++i) {
    protocol::modules::Module module;
    module.moduleId = std::to_string(i);
    module.identifier = "file:///lab/part" + std::to_string(i % 40) + "/module" + std::to_string(i) + ".mjs";
    module.status = protocol::modules::Status::Evaluated;
    message.modules.push_back(module);
  }
  for (int from = 0; from + 1 < kModules; ++from) {
    for (int k = 0; k < kImports; ++k) {
      protocol::modules::Edge edge;
      edge.from = std::to_string(from);
      edge.to = std::to_string(from + 1 + static_cast<int>(random() % static_cast<unsigned>(kModules - from - 1)));
      message.edges.push_back(edge);
    }
  }
  ModuleGraph graph;
  graph.setGraph(message);
  GraphShape shape = shapeOf(graph, {});
  const auto sizes = boxSizes(shape, GraphPainter::boxHeight(theme),
                              [&theme](const QString& label) { return GraphPainter::boxWidth(theme, label); });
  QElapsedTimer clock;
  clock.start();
  layOutShape(shape, sizes);
  std::printf("graph: %d modules with %d imports each laid out in %.0f ms\n", kModules, kImports, milliseconds(clock));

  GraphView view(graph, theme);
  view.resize(1200, 800);
  view.show();
  view.setShape(shape);
  QCoreApplication::processEvents();
  Frames whole;
  Frames near;
  for (int step = 0; step < 60; ++step) {
    view.zoom(step % 2 ? 1.01 : 1 / 1.01);
    whole.turn();
  }
  while (view.scale() < 1) view.zoom(1.5);
  for (int step = 0; step < 60; ++step) {
    view.zoom(step % 2 ? 1.01 : 1 / 1.01);
    near.turn();
  }
  std::printf("graph: a frame of all of it %.1f ms, of a part in full detail %.1f ms\n", whole.mean(), near.mean());
}

}  // namespace
}  // namespace vmscope::ui

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  vmscope::ui::Theme theme;
  vmscope::ui::consoleLines(theme);
  vmscope::ui::longLane(theme);
  vmscope::ui::longLaneOfTheEngine(theme);
  vmscope::ui::denseGraph(theme);
}
