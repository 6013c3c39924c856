# Fails on an #include that the layers forbid: cmake -DROOT=folder -P check_includes.cmake
#
# Each row: the files (a regular expression on the path from ROOT), then what they may not include. The first row that
# matches a file decides. It is the table of CONTRIBUTING.md.
set(v8 "<v8[-.]|<libplatform/|<cppgc/")
set(qt "<Q[a-zA-Z]|<Qt")
set(websocket "<websocketpp/|<asio")
set(json "<nlohmann/")
set(rows
  "^engine/runtime/|^engine/module/" "${qt}|${websocket}|${json}|\"(inspector|ui|app|tests)/"
  "^engine/EventLoop\\.cpp|^engine/Timers\\.cpp" "${qt}|${websocket}|${json}|<(ada|llhttp)|\"(inspector|ui|app|tests)/"
  "^engine/" "${qt}|${websocket}|${json}|<(ada|llhttp|uv)[./]|\"(inspector|ui|app|tests)/"
  "^inspector/protocol/" "${v8}|${qt}|${websocket}|\"(engine|ui|app|tests)/|\"inspector/[^p]"
  "^inspector/transport/WebSocketServer[A-Za-z]*\\.cpp" "${qt}|\"(ui|app|tests)/"
  "^inspector/" "${qt}|${websocket}|\"(ui|app|tests)/"
  "^ui/client/" "${v8}|${websocket}|<Q(Widget|MainWindow|Application|Painter|Icon|Pixmap|Color|Font)|\"(engine|app|tests)/|\"inspector/[^p]|\"ui/[^c]"
  "^ui/workspace/" "${v8}|${websocket}|\"(engine|inspector|app|tests)/"
  "^ui/" "${v8}|${websocket}|${json}|<Qsci/|\"(engine|app|tests)/|\"inspector/[^p]"
  "^app/window" "${v8}|${websocket}|${json}|\"(engine|inspector|tests)/"
  "^app/" "${qt}|${websocket}|\"(ui|tests)/"
)
# QScintilla stays behind the editor's interface.
list(INSERT rows 0 "^ui/editor/" "${v8}|${websocket}|${json}|\"(engine|inspector|app|tests)/")

file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/engine/*.cpp" "${ROOT}/engine/*.h" "${ROOT}/inspector/*.cpp"
  "${ROOT}/inspector/*.h" "${ROOT}/ui/*.cpp" "${ROOT}/ui/*.h" "${ROOT}/app/*.cpp" "${ROOT}/app/*.h")
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no sources under ${ROOT}")
endif()

set(found "")
foreach(file IN LISTS files)
  set(remaining ${rows})
  while(remaining)
    list(POP_FRONT remaining pattern forbidden)
    if(NOT file MATCHES "${pattern}")
      continue()
    endif()
    file(STRINGS "${ROOT}/${file}" includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
      if(line MATCHES "${forbidden}")
        list(APPEND found "${file}: ${line}")
      endif()
    endforeach()
    break()
  endwhile()
endforeach()

if(found)
  list(JOIN found "\n  " found)
  message(FATAL_ERROR "includes that the layers forbid:\n  ${found}")
endif()
message(STATUS "${count} files keep to their layers")
