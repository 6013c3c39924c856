# cmake -DPROGRAM=... -DARGUMENTS=a;b -DSTATUS=n [-DOUT=regex] [-DERR=regex] -P expect.cmake
#
# Runs PROGRAM and compares its exit status and what it writes. A regular expression must match the whole of a stream;
# one that is not given means that nothing may be written there.
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS}
  RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_STRIP_TRAILING_WHITESPACE)
if(NOT status STREQUAL STATUS)
  message(FATAL_ERROR "status ${status} instead of ${STATUS}\nstdout: ${out}\nstderr: ${err}")
endif()
foreach(stream IN ITEMS out err)
  string(TOUPPER ${stream} name)
  if(NOT "${${stream}}" MATCHES "^${${name}}$")
    message(FATAL_ERROR "std${stream} is\n${${stream}}\ninstead of\n${${name}}")
  endif()
endforeach()
