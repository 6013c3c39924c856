# cmake -DFOLDER=... -DOUTPUT=... -P EmbedScripts.cmake: writes the folder's JavaScript as a C++ table. Each file is the body
# of a function; lines that are only a comment stay behind, since V8 reads the text at each start.
file(GLOB files "${FOLDER}/*.js")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" text)
  string(REGEX REPLACE "\n[ ]*//[^\n]*" "" text "\n${text}")
  string(REGEX REPLACE "\n[ ]+" "\n" text "${text}")
  string(APPEND rows "    {\"${name}\", R\"vmscope('use strict';${text})vmscope\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "#include \"engine/runtime/EmbeddedScripts.h\"

namespace vmscope::runtime {

const EmbeddedScript kEmbeddedScripts[] = {
${rows}    {nullptr, nullptr},
};

}  // namespace vmscope::runtime
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
