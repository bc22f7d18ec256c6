# Sourced by cli/run and tests/run: configures and builds one preset. Speaks on standard error only.

# build_preset PRESET TARGETS… -- CMAKE-OPTIONS…
# Configures only a folder that is new, that belongs to another checkout, or whose options differ; then builds what changed.
build_preset() {
    local preset=$1 folder=$root/.build/$1 targets=() option
    shift
    while [[ $# -gt 0 && $1 != -- ]]; do targets+=("$1"); shift; done
    [[ $# -gt 0 ]] && shift

    if ! { mkdir -p "$folder" && exec 9>"$root/.build/lock-$preset"; } 2>/dev/null; then
        say "cannot write into $root/.build as $(id -un); make that folder writable, or run as its owner"
        return 1
    fi
    if ! flock --wait 2 9; then
        say "waiting for another build of $preset"
        flock 9
    fi

    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        say "$folder was made for another folder of sources; building it anew"
        rm -rf "$folder"
    fi
    local stale=
    [[ -f $folder/build.ninja ]] || stale=yes
    for option in "$@"; do
        # A value may have been changed by CMake's type; compare name and value only.
        grep -qE "^${option%%=*}:[A-Z]+=" "$folder/CMakeCache.txt" 2>/dev/null &&
            grep -E "^${option%%=*}:[A-Z]+=" "$folder/CMakeCache.txt" | grep -qF -- "=${option#*=}" || stale=yes
    done
    if [[ $stale ]]; then
        say "configuring and building in .build/$preset; the first time this takes some minutes"
        (cd "$root" && cmake --preset "$preset" -Wno-dev "${@/#/-D}") </dev/null >"$folder/configure.log" 2>&1 9>&- || {
            cat "$folder/configure.log" >&2
            say "configuring failed; see the messages above"
            exec 9>&-
            return 1
        }
    fi
    local status=0
    if [[ $stale && -t 2 ]]; then
        ninja -C "$folder" "${targets[@]}" </dev/null >&2 9>&- || status=1
    else
        # Says so only if there is something to do: a build without work ends within the second.
        (sleep 1 </dev/null >/dev/null 2>&1; say "building what changed in .build/$preset") 9>&- &
        local notice=$!
        ninja -C "$folder" --quiet "${targets[@]}" </dev/null >"$folder/build.log" 2>&1 9>&- || status=1
        kill "$notice" 2>/dev/null
        wait "$notice" 2>/dev/null
        [[ $status -eq 0 ]] || cat "$folder/build.log" >&2
    fi
    exec 9>&-
    [[ $status -eq 0 ]] || say "building failed; see the messages above"
    return $status
}
