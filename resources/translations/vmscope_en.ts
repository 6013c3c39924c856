<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EditorQuestions</name>
    <message numerus="yes">
        <source>Save the changes to %n document(s)?</source>
        <translation>
            <numerusform>Save the changes to %n document?</numerusform>
            <numerusform>Save the changes to %n documents?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::QueueControl</name>
    <message numerus="yes">
        <source>%n job(s) ran</source>
        <translation>
            <numerusform>%n job ran</numerusform>
            <numerusform>%n jobs ran</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::RunStrip</name>
    <message numerus="yes">
        <source>%1 · %n job(s)</source>
        <translation>
            <numerusform>%1 · %n job</numerusform>
            <numerusform>%1 · %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vmscope::ui::StatusLine</name>
    <message numerus="yes">
        <source>Inspector: on, %n client(s)</source>
        <translation>
            <numerusform>Inspector: on, %n client</numerusform>
            <numerusform>Inspector: on, %n clients</numerusform>
        </translation>
    </message>
</context>
</TS>
