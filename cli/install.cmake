# cmake --install: program, data, libraries, headers, and the package by which another project finds them (find_package(demarche)).
include(CMakePackageConfigHelpers)

# The parts of ingest/ are libraries of their own and static, so that they must come along.
set(parts demarche_values demarche_graph demarche_tables demarche_language demarche_who demarche_where demarche_when demarche_what
  demarche_clean demarche_read demarche_ingest demarche_export)
set_target_properties(demarche_graph PROPERTIES EXPORT_NAME graph)
set_target_properties(demarche_ingest PROPERTIES EXPORT_NAME ingest)
set_target_properties(demarche_export PROPERTIES EXPORT_NAME export)

# In the source tree each part has include folders of its own; once installed the public headers stand in one.
foreach(part ${parts})
  target_compile_features(${part} INTERFACE cxx_std_20)
  get_target_property(folders ${part} INTERFACE_INCLUDE_DIRECTORIES)
  if(folders)
    list(TRANSFORM folders REPLACE "(.+)" "$<BUILD_INTERFACE:\\1>")
    set_target_properties(${part} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${folders};$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  endif()
endforeach()

install(TARGETS demarche RUNTIME)
install(TARGETS ${parts} demarche_options EXPORT demarche ARCHIVE)
install(DIRECTORY graph/include/ graph/operations/ ingest/include/ export/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche/data)
install(FILES ${CMAKE_BINARY_DIR}/ingest/tables.image DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche/data)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche)
install(EXPORT demarche NAMESPACE demarche:: FILE demarche-targets.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/demarche)

file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/demarche-config.cmake [[
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(date)
find_dependency(Boost 1.74)
find_dependency(LibXml2)
include(${CMAKE_CURRENT_LIST_DIR}/demarche-targets.cmake)
]])
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/demarche-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/demarche-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/demarche-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/demarche)
