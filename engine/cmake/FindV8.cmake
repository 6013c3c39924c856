# Finds V8 with its inspector, and the libraries that come with it, in the kit only: headers of another V8 on
# the host compile and link silently, and fail at run time.
#
#   VMSCOPE_V8_ROOT   an unpacked kit, or a V8 checkout's monolith (include/v8.h, libv8_monolith.a)
#
# Defines V8::V8, V8::Uv, V8::Ada, V8::Llhttp, V8::Websocketpp, and vmscope_use_kit(TARGET), which makes an
# executable run under the kit's own loader.

if(NOT VMSCOPE_V8_ROOT)
  if(DEFINED ENV{VMSCOPE_V8_ROOT})
    set(VMSCOPE_V8_ROOT "$ENV{VMSCOPE_V8_ROOT}")
  else()
    set(VMSCOPE_V8_ROOT "${CMAKE_SOURCE_DIR}/build/kit")
  endif()
endif()
set(VMSCOPE_V8_ROOT "${VMSCOPE_V8_ROOT}" CACHE PATH "Where V8 is: an unpacked kit or a monolith build")

if(VMSCOPE_V8_ROOT STREQUAL "${CMAKE_SOURCE_DIR}/build/kit" AND NOT EXISTS "${VMSCOPE_V8_ROOT}/kit.txt")
  execute_process(
    COMMAND "${CMAKE_CURRENT_LIST_DIR}/fetch-kit.sh" "${VMSCOPE_V8_ROOT}"
    RESULT_VARIABLE fetched)
  if(NOT fetched EQUAL 0)
    message(FATAL_ERROR "The V8 kit could not be fetched; the lines above say why.")
  endif()
endif()

file(GLOB VMSCOPE_KIT_LOADER "${VMSCOPE_V8_ROOT}/usr/lib/*/ld-linux-*.so.*")
find_path(V8_INCLUDE_DIR v8-inspector.h NO_DEFAULT_PATH
  PATHS "${VMSCOPE_V8_ROOT}/usr/include/nodejs/deps/v8/include" "${VMSCOPE_V8_ROOT}/include")
if(VMSCOPE_KIT_LOADER)
  get_filename_component(VMSCOPE_KIT_LIB "${VMSCOPE_KIT_LOADER}" DIRECTORY)
  find_library(V8_LIBRARY node NO_DEFAULT_PATH PATHS "${VMSCOPE_KIT_LIB}")
else()
  find_library(V8_LIBRARY v8_monolith NO_DEFAULT_PATH
    PATHS "${VMSCOPE_V8_ROOT}" "${VMSCOPE_V8_ROOT}/lib" "${VMSCOPE_V8_ROOT}/out.gn/x64.release/obj")
endif()

if(V8_INCLUDE_DIR)
  file(STRINGS "${V8_INCLUDE_DIR}/v8-version.h" version_lines REGEX "define V8_(MAJOR|MINOR|BUILD)")
  string(REGEX REPLACE ".*MAJOR_VERSION ([0-9]+).*MINOR_VERSION ([0-9]+).*BUILD_NUMBER ([0-9]+).*" "\\1.\\2.\\3" V8_VERSION
    "${version_lines}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(V8 REQUIRED_VARS V8_LIBRARY V8_INCLUDE_DIR VERSION_VAR V8_VERSION)

if(V8_FOUND AND NOT TARGET V8::V8)
  add_library(V8::V8 INTERFACE IMPORTED)
  target_include_directories(V8::V8 SYSTEM INTERFACE "${V8_INCLUDE_DIR}")
  target_link_libraries(V8::V8 INTERFACE "${V8_LIBRARY}")

  # Beside V8: the event loop's, the URL parser's and the HTTP parser's library, and the WebSocket server's headers.
  set(beside "${VMSCOPE_V8_ROOT}/usr/include")
  foreach(name IN ITEMS Uv:uv:uv.h Ada:ada-url:ada.h Llhttp:llhttp:llhttp.h)
    string(REPLACE ":" ";" parts ${name})
    list(GET parts 0 target)
    list(GET parts 1 library)
    list(GET parts 2 header)
    add_library(V8::${target} INTERFACE IMPORTED)
    if(VMSCOPE_KIT_LOADER)
      file(GLOB found "${VMSCOPE_KIT_LIB}/lib${library}.so" "${VMSCOPE_KIT_LIB}/lib${library}0.so")
    else()
      find_library(V8_${target}_LIBRARY NAMES ${library} REQUIRED)
      set(found "${V8_${target}_LIBRARY}")
    endif()
    list(GET found 0 found)
    target_link_libraries(V8::${target} INTERFACE "${found}")
  endforeach()

  # The kit's include folder also holds <node/...>, so only the headers we mean are linked into a folder of their own.
  set(narrow "${CMAKE_BINARY_DIR}/kit-include")
  if(VMSCOPE_KIT_LOADER)
    file(MAKE_DIRECTORY "${narrow}")
    foreach(name IN ITEMS uv uv.h ada ada.h ada_c.h llhttp.h websocketpp asio asio.hpp)
      file(CREATE_LINK "${beside}/${name}" "${narrow}/${name}" SYMBOLIC)
    endforeach()
    target_include_directories(V8::Uv SYSTEM INTERFACE "${narrow}")
    target_include_directories(V8::Ada SYSTEM INTERFACE "${narrow}")
    target_include_directories(V8::Llhttp SYSTEM INTERFACE "${narrow}")
  endif()
  add_library(V8::Websocketpp INTERFACE IMPORTED)
  if(VMSCOPE_KIT_LOADER)
    target_include_directories(V8::Websocketpp SYSTEM INTERFACE "${narrow}")
  endif()
endif()

# Programs load a copy of the kit's V8 whose calls of its own functions are bound (see bind_functions.cpp), from a folder
# that holds links to the kit's other libraries: the loader looks in one place for all of them.
if(VMSCOPE_KIT_LOADER AND NOT VMSCOPE_SANITIZE)
  set(VMSCOPE_BOUND_LIB "${CMAKE_BINARY_DIR}/kit-lib")
  file(READ_SYMLINK "${V8_LIBRARY}" V8_SONAME)
  get_filename_component(V8_SONAME "${V8_SONAME}" NAME)
  file(MAKE_DIRECTORY "${VMSCOPE_BOUND_LIB}")
  file(GLOB libraries "${VMSCOPE_KIT_LIB}/*.so.*")
  foreach(library IN LISTS libraries)
    get_filename_component(name "${library}" NAME)
    if(NOT name STREQUAL V8_SONAME)
      file(CREATE_LINK "${library}" "${VMSCOPE_BOUND_LIB}/${name}" SYMBOLIC)
    endif()
  endforeach()
  add_executable(bind_functions "${CMAKE_CURRENT_LIST_DIR}/bind_functions.cpp")
  add_custom_command(
    OUTPUT "${VMSCOPE_BOUND_LIB}/${V8_SONAME}"
    COMMAND bind_functions "${V8_LIBRARY}" "${VMSCOPE_BOUND_LIB}/${V8_SONAME}"
    DEPENDS bind_functions "${V8_LIBRARY}"
    VERBATIM)
  add_custom_target(vmscope_bound_v8 DEPENDS "${VMSCOPE_BOUND_LIB}/${V8_SONAME}")
endif()

# Runs TARGET under the kit's loader and C library, which V8 of the kit needs: they are newer than the host's.
function(vmscope_use_kit target)
  if(NOT VMSCOPE_KIT_LOADER)
    return()
  endif()
  set(library_path "${VMSCOPE_KIT_LIB}")
  if(VMSCOPE_BOUND_LIB)
    set(library_path "${VMSCOPE_BOUND_LIB}")
  endif()
  if(VMSCOPE_SANITIZE)
    foreach(name IN ITEMS asan ubsan tsan)
      execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=lib${name}.so
        OUTPUT_VARIABLE path OUTPUT_STRIP_TRAILING_WHITESPACE)
      get_filename_component(path "${path}" REALPATH)
      get_filename_component(path "${path}" DIRECTORY)
      list(APPEND library_path "${path}")
    endforeach()
    list(REMOVE_DUPLICATES library_path)
  endif()
  list(JOIN library_path ":" library_path)
  target_link_options(${target} PRIVATE
    "LINKER:--dynamic-linker=${VMSCOPE_KIT_LOADER}" "LINKER:--disable-new-dtags" "LINKER:-rpath,${library_path}"
    "LINKER:--allow-shlib-undefined")
  set_target_properties(${target} PROPERTIES SKIP_BUILD_RPATH TRUE)
  if(TARGET vmscope_bound_v8)
    add_dependencies(${target} vmscope_bound_v8)
  endif()
endfunction()
