<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>调试(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation>首选项(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;About vmscope</source>
        <translation>关于 vmscope(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;workspace…</source>
        <translation>打开工作区(&amp;W)…</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple workspace</source>
        <translation>打开示例工作区(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Hold queue</source>
        <translation>挂起队列(&amp;H)</translation>
    </message>
    <message>
        <source>Step one &amp;job</source>
        <translation>单步执行一个作业(&amp;J)</translation>
    </message>
    <message>
        <source>Drain &amp;queue</source>
        <translation>排空队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Start a &amp;fresh engine</source>
        <translation>启动新引擎(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Collect garbage</source>
        <translation>回收垃圾(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Enlarge everything</source>
        <translation>全部放大(&amp;E)</translation>
    </message>
    <message>
        <source>Shrin&amp;k everything</source>
        <translation>全部缩小(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Usual size of everything</source>
        <translation>恢复默认大小(&amp;U)</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>ConsoleFormat</name>
    <message>
        <source>(%1 more characters)</source>
        <translation>（还有 %1 个字符）</translation>
    </message>
    <message>
        <source>(async)</source>
        <translation>（异步）</translation>
    </message>
    <message>
        <source>%1 (async)</source>
        <translation>%1（异步）</translation>
    </message>
</context>
<context>
    <name>DebugActions</name>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Paus&amp;e</source>
        <translation>暂停(&amp;E)</translation>
    </message>
    <message>
        <source>Step &amp;over</source>
        <translation>单步跳过(&amp;O)</translation>
    </message>
    <message>
        <source>Step &amp;into</source>
        <translation>单步进入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Step out</source>
        <translation>单步跳出(&amp;S)</translation>
    </message>
    <message>
        <source>Step into the &amp;job that is scheduled</source>
        <translation>进入被安排的作业(&amp;J)</translation>
    </message>
</context>
<context>
    <name>DockRegistry</name>
    <message>
        <source>&amp;Console</source>
        <translation>控制台(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Debugger</source>
        <translation>调试器(&amp;D)</translation>
    </message>
    <message>
        <source>Micro&amp;tasks</source>
        <translation>微任务(&amp;T)</translation>
    </message>
    <message>
        <source>M&amp;odules</source>
        <translation>模块(&amp;O)</translation>
    </message>
    <message>
        <source>Time&amp;rs</source>
        <translation>定时器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>内存(&amp;M)</translation>
    </message>
    <message>
        <source>Time&amp;line</source>
        <translation>时间线(&amp;L)</translation>
    </message>
</context>
<context>
    <name>EditorCommand</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>To&amp;ggle comment</source>
        <translation>切换注释(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Indent</source>
        <translation>增加缩进(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Unindent</source>
        <translation>减少缩进(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Duplicate line</source>
        <translation>复制当前行(&amp;D)</translation>
    </message>
    <message>
        <source>D&amp;elete line</source>
        <translation>删除行(&amp;E)</translation>
    </message>
    <message>
        <source>Move line u&amp;p</source>
        <translation>上移行(&amp;P)</translation>
    </message>
    <message>
        <source>Move line do&amp;wn</source>
        <translation>下移行(&amp;W)</translation>
    </message>
    <message>
        <source>Add cursor &amp;above</source>
        <translation>在上方添加光标(&amp;A)</translation>
    </message>
    <message>
        <source>Add cursor &amp;below</source>
        <translation>在下方添加光标(&amp;B)</translation>
    </message>
    <message>
        <source>Select &amp;next occurrence</source>
        <translation>选中下一处相同文本(&amp;N)</translation>
    </message>
    <message>
        <source>Select all &amp;occurrences</source>
        <translation>选中所有相同文本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fold or unfold</source>
        <translation>折叠或展开(&amp;F)</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>全部折叠(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>全部展开(&amp;U)</translation>
    </message>
    <message>
        <source>Compl&amp;ete</source>
        <translation>补全(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>恢复文字大小(&amp;N)</translation>
    </message>
</context>
<context>
    <name>EditorQuestions</name>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要保存对 %1 的修改吗？</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes to %n document(s)?</source>
        <translation>
            <numerusform>要保存对 %n 个文档的修改吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>磁盘上的文件已变化</translation>
    </message>
    <message>
        <source>Another program changed %1 since you opened it.</source>
        <translation>打开 %1 之后，另一个程序修改了它。</translation>
    </message>
    <message>
        <source>&amp;Write mine over it</source>
        <translation>用我的覆盖(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>采用磁盘上的(&amp;T)</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Scripts (*.js);;Modules (*.mjs);;JSON (*.json)</source>
        <translation>脚本 (*.js);;模块 (*.mjs);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line (1 to %1):</source>
        <translation>行号（1 到 %1）：</translation>
    </message>
    <message>
        <source>Open document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Scripts and modules (*.js *.mjs *.json);;All files (*)</source>
        <translation>脚本和模块 (*.js *.mjs *.json);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>no job runs</source>
        <translation>没有作业在运行</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>还有 %L1 个</translation>
    </message>
    <message>
        <source>paused at
%1</source>
        <translation>暂停于
%1</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>&amp;Editing</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Debugging</source>
        <translation>调试(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Teaching</source>
        <translation>教学(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>行(&amp;L)</translation>
    </message>
    <message>
        <source>Cur&amp;sors</source>
        <translation>光标(&amp;S)</translation>
    </message>
    <message>
        <source>F&amp;olding</source>
        <translation>折叠(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation>面板(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tabs and panes</source>
        <translation>标签页与窗格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>调试(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Mnemonic</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ModuleDetails</name>
    <message>
        <source> (not linked)</source>
        <translation>（未链接）</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>Imports nothing.</source>
        <translation>不导入任何模块。</translation>
    </message>
    <message>
        <source>Imports %1.</source>
        <translation>导入 %1。</translation>
    </message>
    <message>
        <source>Nothing imports it.</source>
        <translation>没有模块导入它。</translation>
    </message>
    <message>
        <source>Imported by %1.</source>
        <translation>被 %1 导入。</translation>
    </message>
    <message>
        <source>No imports lead from %1 to %2.</source>
        <translation>没有从 %1 通向 %2 的导入。</translation>
    </message>
    <message>
        <source>Imports on the way: %1.&lt;br&gt;%2</source>
        <translation>途经的导入：%1。&lt;br&gt;%2</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>循环</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QueueJob</name>
    <message>
        <source>enqueued by job %1</source>
        <translation>由作业 %1 入队</translation>
    </message>
    <message>
        <source>enqueued by a script</source>
        <translation>由脚本入队</translation>
    </message>
    <message>
        <source>enqueued by %1</source>
        <translation>由 %1 入队</translation>
    </message>
    <message>
        <source>enqueued by a timer</source>
        <translation>由定时器入队</translation>
    </message>
    <message>
        <source>enqueued by timer %1</source>
        <translation>由定时器 %1 入队</translation>
    </message>
    <message>
        <source>enqueued by the engine</source>
        <translation>由引擎入队</translation>
    </message>
    <message>
        <source>enqueued while nobody watched</source>
        <translation>入队时无人观察</translation>
    </message>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有等待的作业</translation>
    </message>
    <message>
        <source>1 job waits</source>
        <translation>1 个作业等待</translation>
    </message>
    <message>
        <source>%L1 jobs wait</source>
        <translation>%L1 个作业等待</translation>
    </message>
    <message>
        <source>held, %1</source>
        <translation>已挂起，%1</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>运行中，%1</translation>
    </message>
    <message>
        <source>Queue of %1: %2</source>
        <translation>%1 的队列：%2</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>已暂停，%1</translation>
    </message>
    <message>
        <source>Queue of %1: JavaScript is paused at %2</source>
        <translation>%1 的队列：JavaScript 暂停于 %2</translation>
    </message>
    <message>
        <source>paused, %L1</source>
        <translation>已暂停，%L1</translation>
    </message>
    <message>
        <source>held, %L1</source>
        <translation>已挂起，%L1</translation>
    </message>
    <message>
        <source>running, %L1</source>
        <translation>运行中，%L1</translation>
    </message>
    <message>
        <source>%L1 wait</source>
        <translation>%L1 个等待</translation>
    </message>
</context>
<context>
    <name>StuckWait</name>
    <message>
        <source>the queue is held. Step it, drain it or release it.</source>
        <translation>队列被挂起。单步执行、排空或放开它即可。</translation>
    </message>
    <message>
        <source>the queue is drained only when a run in %1 ends, and none is going on. Run anything in %1, or drain the queue.</source>
        <translation>只有在 %1 中的一次运行结束时才会排空这个队列，而现在没有运行。在 %1 中运行任意代码，或排空该队列。</translation>
    </message>
    <message>
        <source>%1 was disposed, and nothing will run this any more.</source>
        <translation>%1 已销毁，再也没有什么会执行它。</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 has %2; the editor opens files of up to %3.</source>
        <translation>%1 有 %2；编辑器最多打开 %3 的文件。</translation>
    </message>
    <message>
        <source>%1 is a binary file.</source>
        <translation>%1 是二进制文件。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: line %2, column %3 has a byte 0x%4 that fits no character. Convert the file to UTF-8 and open it again.</source>
        <translation>%1 不是 UTF-8：第 %2 行第 %3 列的字节 0x%4 不属于任何字符。请把文件转换为 UTF-8 后再打开。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2. The file on disk is unchanged and your text is kept.</source>
        <translation>无法保存 %1：%2。磁盘上的文件没有变化，你的文本仍然保留。</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
</context>
<context>
    <name>TraceRecord</name>
    <message>
        <source>enqueued</source>
        <translation>入队</translation>
    </message>
    <message>
        <source>job starts</source>
        <translation>作业开始</translation>
    </message>
    <message>
        <source>job ends</source>
        <translation>作业结束</translation>
    </message>
    <message>
        <source>checkpoint starts</source>
        <translation>检查点开始</translation>
    </message>
    <message>
        <source>checkpoint ends</source>
        <translation>检查点结束</translation>
    </message>
    <message>
        <source>task starts</source>
        <translation>任务开始</translation>
    </message>
    <message>
        <source>task ends</source>
        <translation>任务结束</translation>
    </message>
    <message>
        <source>module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 毫秒</translation>
    </message>
</context>
<context>
    <name>WorkspaceFile</name>
    <message>
        <source>&quot;%1&quot; is no origin; write scheme://host or scheme://host:port</source>
        <translation>“%1”不是源；请写成 scheme://host 或 scheme://host:port</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a port above 65535</source>
        <translation>“%1”的端口大于 65535</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin: its host is not valid</source>
        <translation>“%1”不是源：主机名无效</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a workspace is a JSON object, not %1</source>
        <translation>工作区应是 JSON 对象，而不是%1</translation>
    </message>
    <message>
        <source>&quot;version&quot; is missing</source>
        <translation>缺少 &quot;version&quot;</translation>
    </message>
    <message>
        <source>the file has format version %1, made by a newer vmscope; this one knows version %2</source>
        <translation>文件的格式版本是 %1，由更新的 vmscope 写成；本程序只认识版本 %2</translation>
    </message>
    <message>
        <source>there is no format version %1</source>
        <translation>没有格式版本 %1</translation>
    </message>
    <message>
        <source>the context has no &quot;name&quot;</source>
        <translation>上下文缺少 &quot;name&quot;</translation>
    </message>
    <message>
        <source>there are two contexts named &quot;%1&quot;</source>
        <translation>有两个名为“%1”的上下文</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already belongs to the context &quot;%2&quot;</source>
        <translation>“%1”已属于上下文“%2”</translation>
    </message>
    <message>
        <source>the breakpoint has no &quot;document&quot;</source>
        <translation>断点缺少 &quot;document&quot;</translation>
    </message>
    <message>
        <source>the breakpoint has no &quot;line&quot;</source>
        <translation>断点缺少 &quot;line&quot;</translation>
    </message>
    <message>
        <source>lines count from 1</source>
        <translation>行号从 1 开始</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path inside the workspace&apos;s folder</source>
        <translation>“%1”不是工作区文件夹内的路径</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be &quot;%2&quot;; it can be &quot;%3&quot;</source>
        <translation>&quot;%1&quot; 不能是 &quot;%2&quot;，可以是 &quot;%3&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2, not %3</source>
        <translation>&quot;%1&quot; 必须是%2，而不是%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds %2 where %3 belongs</source>
        <translation>&quot;%1&quot; 中应为%3，却是%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::BreakpointDialog</name>
    <message>
        <source>Breakpoint in line %1 of %2</source>
        <translation>%2 第 %1 行的断点</translation>
    </message>
    <message>
        <source>Pause &amp;always</source>
        <translation>总是暂停(&amp;A)</translation>
    </message>
    <message>
        <source>Pause only &amp;if this expression is true:</source>
        <translation>仅当此表达式为真时暂停(&amp;I)：</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Do not pause, &amp;log these values:</source>
        <translation>不暂停，记录这些值(&amp;L)：</translation>
    </message>
    <message>
        <source>Values to log</source>
        <translation>要记录的值</translation>
    </message>
    <message>
        <source>Set breakpoint</source>
        <translation>设置断点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::BreakpointMargins</name>
    <message>
        <source>&amp;Remove breakpoint</source>
        <translation>移除断点(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add breakpoint</source>
        <translation>添加断点(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Disable breakpoint</source>
        <translation>停用断点(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Enable breakpoint</source>
        <translation>启用断点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Change condition or log message…</source>
        <translation>修改条件或日志消息(&amp;C)…</translation>
    </message>
    <message>
        <source>Add &amp;condition or log message…</source>
        <translation>添加条件或日志消息(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::BreakpointModel</name>
    <message>
        <source>logs %1</source>
        <translation>记录 %1</translation>
    </message>
    <message>
        <source>if %1</source>
        <translation>当 %1</translation>
    </message>
    <message>
        <source>binds when its script runs</source>
        <translation>脚本运行时生效</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::CallStackModel</name>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
    <message>
        <source>async</source>
        <translation>异步</translation>
    </message>
    <message>
        <source>%1 (async)</source>
        <translation>%1（异步）</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ChromeWindow</name>
    <message>
        <source>The browser does not listen.</source>
        <translation>浏览器没有响应。</translation>
    </message>
    <message>
        <source>There are no more pipes to be had.</source>
        <translation>无法再创建管道。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::CompletionModel</name>
    <message>
        <source>%1, %2</source>
        <comment>name, detail</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全候选</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleDock</name>
    <message>
        <source>Console level: %1</source>
        <translation>控制台级别：%1</translation>
    </message>
    <message>
        <source>What scripts log appears here. Run one, or type an expression below.</source>
        <translation>脚本的输出显示在这里。运行一个脚本，或在下面输入表达式。</translation>
    </message>
    <message>
        <source>Clear console (Ctrl+L)</source>
        <translation>清空控制台 (Ctrl+L)</translation>
    </message>
    <message>
        <source>C&amp;lear console</source>
        <translation>清空控制台(&amp;L)</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Levels shown</source>
        <translation>显示的级别</translation>
    </message>
    <message>
        <source>&amp;Verbose</source>
        <translation>详细(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Info</source>
        <translation>信息(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Warnings</source>
        <translation>警告(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>错误(&amp;E)</translation>
    </message>
    <message>
        <source>Context shown</source>
        <translation>显示的上下文</translation>
    </message>
    <message>
        <source>Filter: words, -without</source>
        <translation>筛选：词语，-排除</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Context to evaluate in</source>
        <translation>求值所在的上下文</translation>
    </message>
    <message>
        <source>The context that the input speaks to</source>
        <translation>输入所面向的上下文</translation>
    </message>
    <message>
        <source>Value of the expression so far</source>
        <translation>表达式目前的值</translation>
    </message>
    <message>
        <source>All contexts</source>
        <translation>所有上下文</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>errors: %L1</source>
        <translation>错误：%L1</translation>
    </message>
    <message>
        <source>warnings: %L1</source>
        <translation>警告：%L1</translation>
    </message>
    <message>
        <source>hidden: %L1</source>
        <translation>已隐藏：%L1</translation>
    </message>
    <message>
        <source>oldest dropped: %L1</source>
        <translation>已丢弃最旧的：%L1</translation>
    </message>
    <message>
        <source>Run the document</source>
        <translation>运行文档</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleFeed</name>
    <message>
        <source>Console was cleared</source>
        <translation>控制台已清空</translation>
    </message>
    <message>
        <source>Context %1 could not be made: %2</source>
        <translation>无法创建上下文 %1：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleInput</name>
    <message>
        <source>Console input</source>
        <translation>控制台输入</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>补全候选</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleModel</name>
    <message>
        <source>(handled later)</source>
        <translation>（稍后已处理）</translation>
    </message>
    <message>
        <source>verbose</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>not yet: %1</source>
        <translation>尚未发生：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ConsoleView</name>
    <message>
        <source>Console messages</source>
        <translation>控制台消息</translation>
    </message>
    <message>
        <source>&amp;Copy lines</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all lines</source>
        <translation>选择所有行(&amp;A)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>from text: eval and new Function</source>
        <translation>由文本生成：eval 与 new Function</translation>
    </message>
    <message>
        <source>of WebAssembly</source>
        <translation>生成 WebAssembly</translation>
    </message>
    <message>
        <source>shares the default queue</source>
        <translation>共用默认队列</translation>
    </message>
    <message>
        <source>has a queue of its own (afterEvaluate)</source>
        <translation>拥有自己的队列（afterEvaluate）</translation>
    </message>
    <message>
        <source>forwards to a context object (contextified)</source>
        <translation>转发到上下文对象（contextified）</translation>
    </message>
    <message>
        <source>is the context&apos;s own (vanilla)</source>
        <translation>上下文自有（vanilla）</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation>源(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Global object</source>
        <translation>全局对象(&amp;G)</translation>
    </message>
    <message>
        <source>Context ob&amp;ject</source>
        <translation>上下文对象(&amp;J)</translation>
    </message>
    <message>
        <source>Code generation</source>
        <translation>代码生成</translation>
    </message>
    <message>
        <source>A context needs a name.</source>
        <translation>上下文需要名称。</translation>
    </message>
    <message>
        <source>There is a context called &quot;%1&quot; already.</source>
        <translation>已有名为“%1”的上下文。</translation>
    </message>
    <message>
        <source>New context</source>
        <translation>新建上下文</translation>
    </message>
    <message>
        <source>Edit context</source>
        <translation>编辑上下文</translation>
    </message>
    <message>
        <source>Clone context</source>
        <translation>克隆上下文</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextSelector</name>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>The context that Run uses</source>
        <translation>“运行”所用的上下文</translation>
    </message>
    <message>
        <source>no context</source>
        <translation>没有上下文</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextTreeModel</name>
    <message>
        <source>own queue</source>
        <translation>自有队列</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>不属于任何上下文</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>disposed, not freed yet</source>
        <translation>已弃置，尚未释放</translation>
    </message>
    <message>
        <source>main context</source>
        <translation>主上下文</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>could not be made</source>
        <translation>无法创建</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ContextsDock</name>
    <message>
        <source>&amp;Dispose</source>
        <translation>弃置(&amp;D)</translation>
    </message>
    <message>
        <source>Contexts and documents</source>
        <translation>上下文与文档</translation>
    </message>
    <message>
        <source>Here stand the contexts of the workspace and their documents. Create one to begin.</source>
        <translation>这里列出工作区的上下文及其文档。新建一个即可开始。</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Dispose of &quot;%1&quot; and take it out of the workspace? Its documents stay on the disk.</source>
        <translation>要弃置“%1”并将其移出工作区吗？它的文档仍保留在磁盘上。</translation>
    </message>
    <message>
        <source>&amp;Open document</source>
        <translation>打开文档(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New context…</source>
        <translation>新建上下文(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit context…</source>
        <translation>编辑上下文(&amp;E)…</translation>
    </message>
    <message>
        <source>C&amp;lone context…</source>
        <translation>克隆上下文(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Dispose of context</source>
        <translation>弃置上下文(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Why is it still alive?</source>
        <translation>它为何还存活？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Run in</source>
        <translation>运行于(&amp;R)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::DebuggerDock</name>
    <message>
        <source>Pause on exceptions</source>
        <translation>遇异常暂停</translation>
    </message>
    <message>
        <source>Exceptions: never pause</source>
        <translation>异常：从不暂停</translation>
    </message>
    <message>
        <source>Exceptions: pause if uncaught</source>
        <translation>异常：未捕获时暂停</translation>
    </message>
    <message>
        <source>Exceptions: always pause</source>
        <translation>异常：总是暂停</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>作用域</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>Watch expressions</source>
        <translation>监视表达式</translation>
    </message>
    <message>
        <source>&amp;Remove watch expression</source>
        <translation>移除监视表达式(&amp;R)</translation>
    </message>
    <message>
        <source>Expression to watch</source>
        <translation>要监视的表达式</translation>
    </message>
    <message>
        <source>&amp;Remove breakpoint</source>
        <translation>移除断点(&amp;R)</translation>
    </message>
    <message>
        <source>Not paused. A breakpoint in an editor&apos;s margin, or Pause, stops the program here.</source>
        <translation>未暂停。编辑器边栏中的断点或“暂停”会让程序停在这里。</translation>
    </message>
    <message>
        <source>Paused in %1 on %2</source>
        <translation>在 %1 中因 %2 暂停</translation>
    </message>
    <message>
        <source>Paused in %1 at a breakpoint</source>
        <translation>在 %1 中停于断点</translation>
    </message>
    <message>
        <source>Paused in %1 after a step</source>
        <translation>在 %1 中单步后暂停</translation>
    </message>
    <message>
        <source>Paused in %1</source>
        <translation>在 %1 中暂停</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Desktop</name>
    <message>
        <source>%1 The sample workspace is open instead.</source>
        <translation>%1现已打开示例工作区。</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Document</name>
    <message>
        <source>%1 was changed by another program since it was opened here.</source>
        <translation>%1 在此打开之后被另一个程序修改了。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EditorArea</name>
    <message>
        <source>&amp;New script</source>
        <translation>新建脚本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save a&amp;ll</source>
        <translation>全部保存(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Set or remove &amp;breakpoint</source>
        <translation>设置或移除断点(&amp;B)</translation>
    </message>
    <message>
        <source>Split to the &amp;right</source>
        <translation>向右拆分(&amp;R)</translation>
    </message>
    <message>
        <source>Split &amp;downwards</source>
        <translation>向下拆分(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>上一个标签页(&amp;P)</translation>
    </message>
    <message>
        <source>Show &amp;white space</source>
        <translation>显示空白字符(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Open document…</source>
        <translation>打开文档(&amp;O)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>转到行(&amp;G)…</translation>
    </message>
    <message>
        <source>C&amp;hange breakpoint…</source>
        <translation>修改断点(&amp;H)…</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>下一个窗格(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Move tab to the next pane</source>
        <translation>将标签页移到下一个窗格(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EditorPage</name>
    <message>
        <source>What you type here would not survive a crash: %1. Save often.</source>
        <translation>你在此输入的内容无法在崩溃后恢复：%1。请经常保存。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>%1 was deleted or moved by another program. Your text is still here; save it to write it again.</source>
        <translation>%1 被另一个程序删除或移走了。你的文本仍在这里；保存即可重新写入。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Another program changed %1 while you have unsaved changes.</source>
        <translation>你有未保存的修改，而另一个程序修改了 %1。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用磁盘上的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>The engine&apos;s copy of a script that has no document here: it can be read and stepped through, not changed.</source>
        <translation>这是引擎中的脚本，这里没有对应的文档：可以阅读和单步执行，但不能修改。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EditorPane</name>
    <message>
        <source>Open documents</source>
        <translation>打开的文档</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file, folder</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>从未保存</translation>
    </message>
    <message>
        <source>%1
Not saved yet</source>
        <translation>%1
尚未保存</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>关闭其他(&amp;O)</translation>
    </message>
    <message>
        <source>Read-only: %1</source>
        <translation>只读：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EmptyArea</name>
    <message>
        <source>Double-click a file of the workspace to edit it here.</source>
        <translation>双击工作区中的文件即可在此编辑。</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>新建脚本</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EngineContexts</name>
    <message>
        <source>context %1</source>
        <translation>上下文 %1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::EngineProcess</name>
    <message>
        <source>The engine %1 could not be started: %2</source>
        <translation>无法启动引擎 %1：%2</translation>
    </message>
    <message>
        <source>The engine was stopped.</source>
        <translation>引擎已停止。</translation>
    </message>
    <message>
        <source>The engine left with exit code %1.</source>
        <translation>引擎已退出，退出码为 %1。</translation>
    </message>
    <message>
        <source>Something outside killed the engine (signal 9). The system may be short of memory.</source>
        <translation>引擎被外部终止（信号 9）。系统内存可能不足。</translation>
    </message>
    <message>
        <source>The engine crashed (signal %1).</source>
        <translation>引擎崩溃（信号 %1）。</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>它报告：%1</translation>
    </message>
    <message>
        <source>The engine ran out of memory.</source>
        <translation>引擎内存耗尽。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Evaluator</name>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>查找与替换</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>More than %1</source>
        <translation>超过 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>match, matches</comment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::FindForm</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::FrameScopes</name>
    <message>
        <source>Global</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>With block</source>
        <translation>with 块</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>闭包</translation>
    </message>
    <message>
        <source>Catch</source>
        <translation>Catch 块</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Eval</source>
        <translation>Eval</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Return value</source>
        <translation>返回值</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::GraphView</name>
    <message>
        <source>Module graph</source>
        <translation>模块图</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::InspectorClientsModel</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>连接时间</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::InspectorDock</name>
    <message>
        <source>Let other programs attach</source>
        <translation>允许其他程序连接</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in Chrome</source>
        <translation>在 Chrome 中打开</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>引擎的地址</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Attached programs</source>
        <translation>已连接的程序</translation>
    </message>
    <message>
        <source>Other machines can reach this address: whoever connects can run any code here.</source>
        <translation>其他机器可以访问此地址：任何连接者都能在这里运行任意代码。</translation>
    </message>
    <message>
        <source>Chrome DevTools and other clients on this machine can attach at:</source>
        <translation>本机上的 Chrome DevTools 和其他客户端可以连接到：</translation>
    </message>
    <message>
        <source>Nobody but this window sees the engine. Switch it on to attach Chrome DevTools or any other CDP client.</source>
        <translation>只有本窗口能看到引擎。打开后即可连接 Chrome DevTools 或其他 CDP 客户端。</translation>
    </message>
    <message>
        <source>The inspector could not be switched: %1</source>
        <translation>无法切换检查器：%1</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>地址已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Chrome could not be opened: %1</source>
        <translation>无法打开 Chrome：%1</translation>
    </message>
    <message>
        <source>No Chromium or Chrome is installed. Copy the address and attach with another client.</source>
        <translation>没有安装 Chromium 或 Chrome。请复制地址并用其他客户端连接。</translation>
    </message>
    <message>
        <source>No program is attached yet.</source>
        <translation>还没有程序连接。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::JobTableModel</name>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>%L1. in line</source>
        <translation>排第 %L1</translation>
    </message>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理函数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::LanesView</name>
    <message>
        <source>Queues, one lane each</source>
        <translation>队列，每个一条泳道</translation>
    </message>
    <message>
        <source>Job %1, %2, %3, %4</source>
        <translation>作业 %1，%2，%3，%4</translation>
    </message>
    <message>
        <source>Job %1: %2
%3
%4</source>
        <translation>作业 %1：%2
%3
%4</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Layouts</name>
    <message>
        <source>Layout: %1</source>
        <translation>布局：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::MainWindow</name>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>About vmscope</source>
        <translation>关于 vmscope</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;vmscope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;A laboratory for V8 contexts, microtask queues and modules.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;vmscope %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;V8 上下文、微任务队列与模块的实验室。&lt;/p&gt;&lt;p&gt;自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 – vmscope</source>
        <translation>%1 – vmscope</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Nothing from line %1 on can stop.</source>
        <translation>第 %1 行及之后没有可以停下的代码。</translation>
    </message>
    <message>
        <source>Line %1 cannot stop; the breakpoint is at line %2, the next that can.</source>
        <translation>第 %1 行无法停下；断点设在下一个可以停下的第 %2 行。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::MemoryDock</name>
    <message>
        <source>Memory of each context</source>
        <translation>每个上下文的内存</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Ask the engine how much each context holds</source>
        <translation>询问引擎每个上下文占用多少</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>回收</translation>
    </message>
    <message>
        <source>Collect garbage, then measure</source>
        <translation>先回收垃圾，再测量</translation>
    </message>
    <message>
        <source>Snapshot…</source>
        <translation>快照…</translation>
    </message>
    <message>
        <source>Save a heap snapshot, which DevTools opens in its Memory panel</source>
        <translation>保存堆快照，可在 DevTools 的“内存”面板中打开</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Record a CPU profile, which DevTools opens in its Performance panel</source>
        <translation>录制 CPU 分析，可在 DevTools 的“性能”面板中打开</translation>
    </message>
    <message>
        <source>Progress of the snapshot</source>
        <translation>快照进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>walking the heap, %p %</source>
        <translation>正在遍历堆，%p %</translation>
    </message>
    <message>
        <source>Heap snapshot of %1 written to %2</source>
        <translation>%1 的堆快照已写入 %2</translation>
    </message>
    <message>
        <source>Heap snapshot cancelled; no file was written</source>
        <translation>堆快照已取消；没有写入文件</translation>
    </message>
    <message>
        <source>Save heap snapshot</source>
        <translation>保存堆快照</translation>
    </message>
    <message>
        <source>Heap snapshots (*.heapsnapshot)</source>
        <translation>堆快照 (*.heapsnapshot)</translation>
    </message>
    <message>
        <source>Save CPU profile</source>
        <translation>保存 CPU 分析</translation>
    </message>
    <message>
        <source>CPU profiles (*.cpuprofile)</source>
        <translation>CPU 分析 (*.cpuprofile)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>CPU profile written to %1</source>
        <translation>CPU 分析已写入 %1</translation>
    </message>
    <message>
        <source>Stop and save…</source>
        <translation>停止并保存…</translation>
    </message>
    <message>
        <source>What each context holds appears here by its name. Measure asks the engine for it.</source>
        <translation>这里按名称显示每个上下文的占用。点“测量”向引擎询问。</translation>
    </message>
    <message>
        <source>Heap: %1</source>
        <translation>堆：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::MemoryModel</name>
    <message>
        <source>Shared by all</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>%1: %L2 bytes</source>
        <translation>%1：%L2 字节</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::MicrotasksDock</name>
    <message>
        <source>Chosen job</source>
        <translation>选中的作业</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Jobs of all queues</source>
        <translation>所有队列的作业</translation>
    </message>
    <message>
        <source>Stuck awaits</source>
        <translation>卡住的 await</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>The jobs are read from V8&apos;s own queues.</source>
        <translation>作业直接读自 V8 自己的队列。</translation>
    </message>
    <message>
        <source>V8&apos;s queues cannot be read here; the jobs are inferred from promise hooks and some may be missing.</source>
        <translation>此处无法读取 V8 的队列；作业由 promise 钩子推断，可能有遗漏。</translation>
    </message>
    <message>
        <source>Job %1: %2 of %3, runs in %4, %5.</source>
        <translation>作业 %1：%3 的 %2，在 %4 中运行，%5。</translation>
    </message>
    <message>
        <source>Hold the queue and run</source>
        <translation>挂起队列并运行</translation>
    </message>
    <message>
        <source>Jobs appear here while they wait. Hold a queue, then run a script.</source>
        <translation>等待中的作业显示在这里。请挂起一个队列，然后运行脚本。</translation>
    </message>
    <message>
        <source>Go to its &amp;code</source>
        <translation>转到其代码(&amp;C)</translation>
    </message>
    <message>
        <source>Go to where it was en&amp;queued</source>
        <translation>转到其入队处(&amp;Q)</translation>
    </message>
    <message>
        <source>Choose the &amp;job that enqueued it</source>
        <translation>选中使其入队的任务(&amp;J)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ModuleMomentModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ModuleSteps</name>
    <message>
        <source>P&amp;arse</source>
        <translation>解析(&amp;A)</translation>
    </message>
    <message>
        <source>Make a module of the document that is edited</source>
        <translation>用正在编辑的文档创建一个模块</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>链接(&amp;L)</translation>
    </message>
    <message>
        <source>Find a module for each import of the chosen one</source>
        <translation>为所选模块的每个导入找到对应的模块</translation>
    </message>
    <message>
        <source>&amp;Instantiate</source>
        <translation>实例化(&amp;I)</translation>
    </message>
    <message>
        <source>Connect the chosen module&apos;s imports with exports</source>
        <translation>将所选模块的导入与导出相连</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>求值(&amp;E)</translation>
    </message>
    <message>
        <source>Run the body of the chosen module and of all it reaches</source>
        <translation>执行所选模块及其可达的所有模块</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Forget the chosen module</source>
        <translation>移除所选模块</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ModuleTableModel</name>
    <message>
        <source>%L1 more</source>
        <translation>还有 %L1 个</translation>
    </message>
    <message>
        <source>awaits at line %1</source>
        <translation>在第 %1 行等待</translation>
    </message>
    <message>
        <source>blocks %1</source>
        <translation>阻塞 %1</translation>
    </message>
    <message>
        <source>thrown by %1</source>
        <translation>由 %1 抛出</translation>
    </message>
    <message>
        <source>poisons %1</source>
        <translation>连累 %1</translation>
    </message>
    <message>
        <source>has a top-level await</source>
        <translation>含顶层 await</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成模块</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 毫秒</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>被导入</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ModulesDock</name>
    <message>
        <source>Chosen module</source>
        <translation>选中的模块</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;SVG picture…</source>
        <translation>SVG 图片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;PNG picture…</source>
        <translation>PNG 图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;DOT text…</source>
        <translation>DOT 文本(&amp;D)…</translation>
    </message>
    <message>
        <source>Context shown</source>
        <translation>显示的上下文</translation>
    </message>
    <message>
        <source>Find a module</source>
        <translation>查找模块</translation>
    </message>
    <message>
        <source>Draw each folder as one box</source>
        <translation>每个文件夹画成一个框</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>显示全部 (0)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Modules appear here as soon as one is parsed: who imports whom, and how far each has come. Run an .mjs document.</source>
        <translation>模块一经解析就显示在这里：谁导入谁，各到了哪一步。请运行一个 .mjs 文档。</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>All contexts</source>
        <translation>所有上下文</translation>
    </message>
    <message>
        <source>&amp;Open source</source>
        <translation>打开源码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Begin a path here</source>
        <translation>以此为路径起点(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Path from %1 to this one</source>
        <translation>从 %1 到此模块的路径(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Path to this one</source>
        <translation>到此模块的路径(&amp;P)</translation>
    </message>
    <message>
        <source>Export module graph</source>
        <translation>导出模块图</translation>
    </message>
    <message>
        <source>Module graph written to %1</source>
        <translation>模块图已写入 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Run the document</source>
        <translation>运行文档</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Notices</name>
    <message>
        <source>%1 Your documents are untouched.</source>
        <translation>%1你的文档完好无损。</translation>
    </message>
    <message>
        <source>Start a fresh engine</source>
        <translation>启动新引擎</translation>
    </message>
    <message>
        <source>The script was paused because the engine&apos;s memory is nearly used up: %1 of %2.</source>
        <translation>脚本已暂停，因为引擎内存即将用尽：%2 中已用 %1。</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止它</translation>
    </message>
    <message>
        <source>Go on and risk the engine</source>
        <translation>继续，引擎可能崩溃</translation>
    </message>
    <message>
        <source>A window ended without saving what was typed into %1.</source>
        <translation>上个窗口结束时未保存在 %1 中输入的内容。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 Until this is put right, the file is left as it is.</source>
        <translation>%1 在改正之前，文件保持原样。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard what was typed? It cannot be brought back.</source>
        <translation>要丢弃所输入的内容吗？丢弃后无法找回。</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::PastBar</name>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Show what is there now, and follow it</source>
        <translation>显示并跟随当前状态</translation>
    </message>
    <message>
        <source>As it was at %1</source>
        <translation>当时的状态：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::PreferencesDialog</name>
    <message>
        <source>&amp;Use this font for code</source>
        <translation>代码使用此字体(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>none; Stop ends a run</source>
        <translation>无；用“停止”结束运行</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Font for code</source>
        <translation>代码字体</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>T&amp;imeout of a run</source>
        <translation>运行超时(&amp;I)</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ProtocolClient</name>
    <message>
        <source>The engine is not running.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>The engine sent something that is not a protocol message.</source>
        <translation>引擎发来的内容不是协议消息。</translation>
    </message>
    <message>
        <source>The engine sent a message that is neither an answer nor an event.</source>
        <translation>引擎发来的消息既非应答也非事件。</translation>
    </message>
    <message>
        <source>The engine ended before it answered.</source>
        <translation>引擎在应答之前结束了。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer to %1 could not be read: %2</source>
        <translation>无法读取引擎对 %1 的应答：%2</translation>
    </message>
    <message>
        <source>The engine&apos;s event %1 could not be read: %2</source>
        <translation>无法读取引擎的事件 %1：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::QueueActions</name>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Leave the chosen queue alone at checkpoints</source>
        <translation>检查点时不处理选中的队列</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Run the head job of the chosen queue</source>
        <translation>运行选中队列的队首作业</translation>
    </message>
    <message>
        <source>Step next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Run the job that the engine would run next, of any queue</source>
        <translation>运行引擎接下来要运行的作业，不论属于哪个队列</translation>
    </message>
    <message>
        <source>Run to &amp;here</source>
        <translation>运行到此处(&amp;H)</translation>
    </message>
    <message>
        <source>Run the jobs before the chosen one</source>
        <translation>运行选中作业之前的作业</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>排空</translation>
    </message>
    <message>
        <source>Run all jobs of the chosen queue, and those that they add</source>
        <translation>运行选中队列的所有作业，以及它们新增的作业</translation>
    </message>
    <message>
        <source>Jobs run: %L1</source>
        <translation>已运行作业：%L1</translation>
    </message>
    <message>
        <source>No job waits.</source>
        <translation>没有等待的作业。</translation>
    </message>
    <message>
        <source>Ran job %1: %2, %3</source>
        <translation>已运行作业 %1：%2，%3</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::QueueControl</name>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
    <message>
        <source>One job ran: %1</source>
        <translation>运行了一个作业：%1</translation>
    </message>
    <message>
        <source>No job waits in this queue.</source>
        <translation>此队列没有等待的作业。</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) ran</source>
        <translation>
            <numerusform>运行了 %n 个作业</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RetainersDialog</name>
    <message>
        <source>Held through</source>
        <translation>经由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Path from the roots of the heap</source>
        <translation>从堆的根出发的路径</translation>
    </message>
    <message>
        <source>Looking through the heap…</source>
        <translation>正在查找堆…</translation>
    </message>
    <message>
        <source>It has been freed.</source>
        <translation>它已被释放。</translation>
    </message>
    <message>
        <source>Nothing that a heap snapshot shows holds it; the next garbage collection frees it.</source>
        <translation>堆快照中没有任何东西持有它；下次垃圾回收会释放它。</translation>
    </message>
    <message>
        <source>From the roots of the heap, each step holds the next:</source>
        <translation>从堆的根开始，每一步持有下一步：</translation>
    </message>
    <message>
        <source>The engine could not tell: %1</source>
        <translation>引擎无法回答：%1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Why is %1 still alive?</source>
        <translation>%1 为何还存活？</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunCommands</name>
    <message>
        <source>Open a document to run it.</source>
        <translation>请先打开要运行的文档。</translation>
    </message>
    <message>
        <source>Choose a context to run it in.</source>
        <translation>请选择在哪个上下文中运行。</translation>
    </message>
    <message>
        <source>Its context %1 could not be made: %2</source>
        <translation>它的上下文 %1 无法创建：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunControl</name>
    <message>
        <source>The engine loaded no module.</source>
        <translation>引擎没有加载任何模块。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunStrip</name>
    <message>
        <source>The engine ended while %1 ran</source>
        <translation>引擎在 %1 运行时结束了</translation>
    </message>
    <message>
        <source>Paused; the debugger shows where</source>
        <translation>已暂停；调试器显示停在何处</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 in %2 waits at a top-level await</source>
        <translation>%2 中的 %1 正在顶层 await 处等待</translation>
    </message>
    <message>
        <source>%1 in %2 is evaluated</source>
        <translation>%2 中的 %1 已求值</translation>
    </message>
    <message>
        <source>%1 in %2 gave %3</source>
        <translation>%2 中的 %1 得到 %3</translation>
    </message>
    <message>
        <source>%1 in %2 was stopped</source>
        <translation>%2 中的 %1 已停止</translation>
    </message>
    <message>
        <source>%1 in %2 ran into its timeout</source>
        <translation>%2 中的 %1 已超时</translation>
    </message>
    <message>
        <source>%1 in %2 threw %3</source>
        <translation>%2 中的 %1 抛出 %3</translation>
    </message>
    <message>
        <source>%1 could not run: %2</source>
        <translation>%1 无法运行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n job(s)</source>
        <translation>
            <numerusform>%1 · %n 个作业</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of the last run</source>
        <translation>上次运行的结果</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Show the line that threw</source>
        <translation>显示抛出错误的行</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunToCursor</name>
    <message>
        <source>Ru&amp;n to cursor</source>
        <translation>运行到光标处(&amp;N)</translation>
    </message>
    <message>
        <source>%1 has not run yet.</source>
        <translation>%1 尚未运行。</translation>
    </message>
    <message>
        <source>Nothing from line %1 on can stop.</source>
        <translation>第 %1 行及之后没有可以停下的代码。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunValues</name>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1（%2 次）</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ScintillaEditor</name>
    <message>
        <source>Source of %1</source>
        <translation>%1 的源码</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::SnapshotWriter</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::SourceNavigator</name>
    <message>
        <source>There is no document for %1.</source>
        <translation>没有 %1 对应的文档。</translation>
    </message>
    <message>
        <source>script %1</source>
        <translation>脚本 %1</translation>
    </message>
    <message>
        <source>The engine does not give the source of %1: %2</source>
        <translation>引擎未提供 %1 的源代码：%2</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::StatusLine</name>
    <message>
        <source>Engine: starting</source>
        <translation>引擎：正在启动</translation>
    </message>
    <message>
        <source>Engine: idle</source>
        <translation>引擎：空闲</translation>
    </message>
    <message>
        <source>Engine: running</source>
        <translation>引擎：运行中</translation>
    </message>
    <message>
        <source>Engine: paused</source>
        <translation>引擎：已暂停</translation>
    </message>
    <message>
        <source>Engine: jobs wait on a held queue</source>
        <translation>引擎：作业在挂起的队列中等待</translation>
    </message>
    <message>
        <source>Engine: gone</source>
        <translation>引擎：已结束</translation>
    </message>
    <message>
        <source>Engine state</source>
        <translation>引擎状态</translation>
    </message>
    <message>
        <source>V8 version</source>
        <translation>V8 版本</translation>
    </message>
    <message>
        <source>Heap in use</source>
        <translation>已用堆内存</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Cursor position</source>
        <translation>光标位置</translation>
    </message>
    <message>
        <source>Inspector: off</source>
        <translation>检查器：关</translation>
    </message>
    <message>
        <source>%1 · Ln %2, Col %3</source>
        <translation>%1 · 第 %2 行，第 %3 列</translation>
    </message>
    <message>
        <source>Show the inspector&apos;s dock</source>
        <translation>显示检查器面板</translation>
    </message>
    <message>
        <source>V8 %1</source>
        <translation>V8 %1</translation>
    </message>
    <message>
        <source>Heap %1</source>
        <translation>堆 %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>Inspector: on, %n client(s)</source>
        <translation>
            <numerusform>检查器：开，%n 个客户端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::StuckModel</name>
    <message>
        <source> at %1</source>
        <translation>，位于 %1</translation>
    </message>
    <message>
        <source>%1 waits on the queue of %2%3: %4</source>
        <translation>%1 在 %2 的队列上等待%3：%4</translation>
    </message>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TabCloseButton</name>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Theme</name>
    <message>
        <source>unlinked</source>
        <translation>未链接</translation>
    </message>
    <message>
        <source>linking</source>
        <translation>正在链接</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>已链接</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>正在求值</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>已求值</translation>
    </message>
    <message>
        <source>errored</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>awaiting at top level</source>
        <translation>在顶层 await 处等待</translation>
    </message>
    <message>
        <source>then</source>
        <translation>then</translation>
    </message>
    <message>
        <source>catch</source>
        <translation>catch</translation>
    </message>
    <message>
        <source>finally</source>
        <translation>finally</translation>
    </message>
    <message>
        <source>await</source>
        <translation>await</translation>
    </message>
    <message>
        <source>thenable</source>
        <translation>thenable</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>stuck: nobody drains its queue</source>
        <translation>卡住：没有谁排空它的队列</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TimelineDock</name>
    <message>
        <source>Recorded rows</source>
        <translation>录制的记录</translation>
    </message>
    <message>
        <source>Record, then run something: each job, checkpoint, module status and console line is kept, and you can go back through them.</source>
        <translation>先录制，再运行：每个作业、检查点、模块状态和控制台输出都会保留，可以回看。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>One row back</source>
        <translation>后退一条</translation>
    </message>
    <message>
        <source>One row forward</source>
        <translation>前进一条</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Rows as &amp;JSON…</source>
        <translation>记录存为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Trace events for Perfetto…</source>
        <translation>供 Perfetto 使用的跟踪事件(&amp;T)…</translation>
    </message>
    <message>
        <source>Queues at this moment, one lane each</source>
        <translation>此刻的队列，每个一条泳道</translation>
    </message>
    <message>
        <source>Console at this moment</source>
        <translation>此刻的控制台</translation>
    </message>
    <message>
        <source>Modules at this moment</source>
        <translation>此刻的模块</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>before the first of %L1 rows</source>
        <translation>在 %L1 条记录的第一条之前</translation>
    </message>
    <message>
        <source> · oldest dropped: %L1</source>
        <translation> · 已丢弃最旧的：%L1</translation>
    </message>
    <message>
        <source>Export recording</source>
        <translation>导出录制</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Recording written to %1</source>
        <translation>录制已写入 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>the start of the recording</source>
        <translation>录制开始时</translation>
    </message>
    <message>
        <source>%1, row %L2 of %L3</source>
        <translation>%1，第 %L2 条，共 %L3 条</translation>
    </message>
    <message>
        <source>Record and run</source>
        <translation>录制并运行</translation>
    </message>
    <message>
        <source>The engine is a fresh one, and the docks show it. The timeline keeps the recording of the one before.</source>
        <translation>引擎已重新启动，各面板显示的是新引擎。时间线仍保留之前引擎的录制。</translation>
    </message>
    <message>
        <source>recorded in the engine before this one: %1</source>
        <translation>录制于之前的引擎：%1</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing happened for %1.</source>
        <translation>%1 内什么也没有发生。</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TimerTableModel</name>
    <message>
        <source>No timer waits</source>
        <translation>没有等待的定时器</translation>
    </message>
    <message>
        <source>Timers that wait: %L1, the next is due in %L2 ms</source>
        <translation>等待的定时器：%L1，下一个在 %L2 毫秒后到期</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in %L1 ms</source>
        <translation>%L1 毫秒后</translation>
    </message>
    <message>
        <source>immediate</source>
        <translation>immediate</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>timeout</translation>
    </message>
    <message>
        <source>every %L1 ms</source>
        <translation>每 %L1 毫秒</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>interval</translation>
    </message>
    <message>
        <source>(anonymous)</source>
        <translation>（匿名）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理函数</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>定时器</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TimersDock</name>
    <message>
        <source>Timers</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>Timers and immediates appear here while they wait: the macrotasks beside the microtasks.</source>
        <translation>等待中的定时器与 immediate 显示在这里：与微任务并列的宏任务。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::TraceModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2, %3: %4 %5</source>
        <translation>第 %1 条，共 %2 条，%3：%4 %5</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Unattended</name>
    <message>
        <source>Contexts:</source>
        <translation>上下文：</translation>
    </message>
    <message>
        <source>Paused at %1, which ends the run here.</source>
        <translation>在 %1 处暂停，运行到此为止。</translation>
    </message>
    <message>
        <source>no origin</source>
        <translation>没有源</translation>
    </message>
    <message>
        <source>DevTools: %1</source>
        <translation>DevTools：%1</translation>
    </message>
    <message>
        <source>The inspector could not be switched on: %1</source>
        <translation>无法打开检查器：%1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>无法写入图片 %1。</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::ValueTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::WatchList</name>
    <message>
        <source>no engine</source>
        <translation>没有引擎</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::Workspace</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>You may not read the folder %1. Ask for permission or choose another.</source>
        <translation>你无权读取文件夹 %1。请申请权限或另选一个。</translation>
    </message>
    <message>
        <source>untitled-%1.js</source>
        <translation>未命名-%1.js</translation>
    </message>
</context>
<context>
    <name>vmscope::ui::WorkspaceRun</name>
    <message>
        <source>The context %1 could not be made: %2</source>
        <translation>无法创建上下文 %1：%2</translation>
    </message>
    <message>
        <source>The engine did not make the workspace&apos;s contexts.</source>
        <translation>引擎没有创建工作区的上下文。</translation>
    </message>
</context>
</TS>
