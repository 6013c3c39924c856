<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Sample Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step One Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a Fresh Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect Garbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Context…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command Palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About vmscope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockRegistry</name>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2; the editor opens files of up to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a binary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not UTF-8: line %2, column %3 has a byte 0x%4 that fits no character. Convert the file to UTF-8 and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2. The file on disk is unchanged and your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceFile</name>
    <message>
        <source>&quot;%1&quot; is no origin; write scheme://host or scheme://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a port above 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin: its host is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workspace is a JSON object, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;version&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has format version %1, made by a newer vmscope; this one knows version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no format version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the context has no &quot;name&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are two contexts named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; already belongs to the context &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the breakpoint has no &quot;document&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the breakpoint has no &quot;line&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines count from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path inside the workspace&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be &quot;%2&quot;; it can be &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds %2 where %3 belongs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui</name>
    <message>
        <source>(%1 more characters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(async)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (async)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleDock</name>
    <message>
        <source>What scripts log appears here. Run one, or type an expression below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear console (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, -without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context to evaluate in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context that the input speaks to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the expression so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest dropped: %L1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleFeed</name>
    <message>
        <source>Console was cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context %1 could not be made: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleInput</name>
    <message>
        <source>Console input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleModel</name>
    <message>
        <source>(handled later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleView</name>
    <message>
        <source>Console messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextDialog</name>
    <message>
        <source>New Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from text: eval and new Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of WebAssembly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares the default queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a queue of its own (afterEvaluate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forwards to a context object (contextified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the context&apos;s own (vanilla)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Global object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context ob&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A context needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a context called &quot;%1&quot; already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextSelector</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context that Run uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextTreeModel</name>
    <message>
        <source>own queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disposed, not freed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextsDock</name>
    <message>
        <source>Open Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Context…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Context…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone Context…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispose of Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why Is It Still Alive?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contexts and documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stand the contexts of the workspace and their documents. Create one to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispose of &quot;%1&quot; and take it out of the workspace? Its documents stay on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Desktop</name>
    <message>
        <source>Open Workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Document</name>
    <message>
        <source>%1 was changed by another program since it was opened here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EngineBanner</name>
    <message>
        <source>Start a Fresh Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Your documents are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EngineContexts</name>
    <message>
        <source>context %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EngineProcess</name>
    <message>
        <source>The engine %1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ran out of memory. It said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine left with exit code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something outside killed the engine (signal 9). The system may be short of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine crashed (signal %1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Evaluator</name>
    <message>
        <source>(anonymous)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::InspectorClientsModel</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::InspectorDock</name>
    <message>
        <source>Let other programs attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Chrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines can reach this address: whoever connects can run any code here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrome DevTools and other clients on this machine can attach at:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody but this window sees the engine. Switch it on to attach Chrome DevTools or any other CDP client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspector could not be switched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Layouts</name>
    <message>
        <source>Layout: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::MainWindow</name>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About vmscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;vmscope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A laboratory for V8 contexts, microtask queues and modules.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::PreferencesDialog</name>
    <message>
        <source>Use this font for code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; Stop ends a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font for code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;imeout of a run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ProtocolClient</name>
    <message>
        <source>The engine is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine sent something that is not a protocol message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine sent a message that is neither an answer nor an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended before it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s answer to %1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s event %1 could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::QueueControl</name>
    <message>
        <source>One job ran: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job waits in this queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) ran</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RetainersDialog</name>
    <message>
        <source>Ask Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why Is %1 Still Alive?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path from the roots of the heap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the heap…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been freed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that a heap snapshot shows holds it; the next garbage collection frees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the roots of the heap, each step holds the next:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not tell: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunControl</name>
    <message>
        <source>The engine loaded no module.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunStrip</name>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 waits at a top-level await</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 is evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 gave %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 ran into its timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 threw %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not run: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n job(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Result of the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the line that threw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::StatusLine</name>
    <message>
        <source>Engine: starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: jobs wait on a held queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V8 version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Ln %2, Col %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the inspector&apos;s dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V8 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heap %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Theme</name>
    <message>
        <source>unlinked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>awaiting at top level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>catch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>await</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thenable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stuck: nobody drains its queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Unattended</name>
    <message>
        <source>Contexts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DevTools: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspector could not be switched on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Workspace</name>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read the folder %1. Ask for permission or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled-%1.js</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vmscope::ui::WorkspaceRun</name>
    <message>
        <source>The context %1 could not be made: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not make the workspace&apos;s contexts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
