# cmake -DFOLDER=... -DOUTPUT=... -P EmbedScripts.cmake: writes the folder's JavaScript as one C++ string. Each file becomes
# a function of the names below; lines that are only a comment stay behind, since V8 reads the text at each start.
file(GLOB files "${FOLDER}/*.js")
list(SORT files)
set(script "(function () {\nnative function vmscopeAdopt();\nvmscopeAdopt({ __proto__: null,\n")
set(names "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" text)
  string(REGEX REPLACE "\n[ ]*//[^\n]*" "" text "\n${text}")
  string(REGEX REPLACE "\n[ ]+" "\n" text "${text}")
  string(APPEND script "'${name}'(exports, require, module, native) { 'use strict';${text}},\n")
  string(APPEND names "    \"${name}\",\n")
endforeach()
string(APPEND script "});\n})();\n")
file(WRITE "${OUTPUT}.new" "#include \"engine/runtime/EmbeddedScripts.h\"

namespace vmscope::runtime {

const char* const kEmbeddedNames[] = {
${names}    nullptr,
};

const char* const kEmbeddedScripts = R\"vmscope(${script})vmscope\";

}  // namespace vmscope::runtime
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
