# Sourced by cli/run and tests/run: makes sure that Debian packages are there. Speaks on standard error only.

say() { printf 'demarche: %s\n' "$*" >&2; }

# Packages are written "name" or "name|other": any one of them will do, and the first is installed.
readonly BUILD_PACKAGES='g++ cmake ninja-build rapidjson-dev libboost-dev|libboost-graph-dev|libboost1.74-dev libhowardhinnant-date-dev
    libxml2-dev libxxhash-dev libeigen3-dev tzdata'
readonly TEST_PACKAGES='libgtest-dev libbenchmark-dev libpugixml-dev python3-networkx python3-igraph'
readonly ALL_PACKAGES='clang clang-tidy clang-format chromium libclang-rt-14-dev'

missing_packages() {  # prints those of its arguments that are not installed
    local wanted=("$@") names=() installed package
    for package in "${wanted[@]}"; do names+=(${package//|/ }); done
    installed=" $(dpkg-query -W -f '${Package}/${db:Status-Status} ' "${names[@]}" 2>/dev/null) "
    for package in "${wanted[@]}"; do
        local name found=
        for name in ${package//|/ }; do [[ $installed == *" $name/installed "* ]] && found=yes; done
        [[ $found ]] || printf '%s\n' "${package%%|*}"
    done
}

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo -- "$@"; fi
}

install_packages() {  # installs what is missing; false with a message if that cannot be done
    if ! command -v dpkg-query >/dev/null; then
        return 0  # not Debian: CMake says what it does not find
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return 0
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        say "these packages are missing and neither root nor sudo is available: ${missing[*]}; ask an administrator to run: apt-get install ${missing[*]}"
        return 1
    fi
    say "installing ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    local install=("${apt[@]}" install -y --no-install-recommends "${missing[@]}")
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null && as_root "${install[@]}" </dev/null >&2; then
        return 0
    fi
    # No package lists yet, or lists too old to find the files they name.
    if as_root "${apt[@]}" update </dev/null >&2 && as_root "${install[@]}" </dev/null >&2; then
        return 0
    fi
    say "apt could not install ${missing[*]}; see its messages above, then run: apt-get install ${missing[*]}"
    return 1
}
