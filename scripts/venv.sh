# Sourced by scripts/demo, scripts/test and .ci/run: makes .venv and installs the project into it.
#
# ensure_venv EXTRAS  sets $python to an interpreter that has the project; EXTRAS is '' or '[dev]'.
# Quiet and idempotent: pip runs only when .venv is new or pyproject.toml has changed since it last ran.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# A user's or a caller's settings must not leak in: other packages, installs outside .venv.
unset PYTHONPATH PYTHONHOME PIP_TARGET PIP_PREFIX
export PYTHONNOUSERSITE=1 PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

fits() { # whether $1 is a Python of at least 3.11
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3 python; do
        if command -v "$name" >/dev/null 2>&1 && fits "$name"; then
            command -v "$name"
            return
        fi
    done
    echo "error: no Python 3.11 or newer on the PATH (looked for python3.13, python3.12, python3.11, python3, python)." >&2
    echo "Install one from https://www.python.org/downloads/ or with your package manager, then run this again." >&2
    return 1
}

ensure_venv() {
    local extras="$1" wanted base stamp
    python="$root/.venv/bin/python"
    if ! { [ -x "$python" ] && fits "$python" && "$python" -m pip --version >/dev/null 2>&1; }; then
        base="$(find_python)" || return 1
        echo "making $root/.venv with $("$base" --version) ..." >&2
        if ! "$base" -m venv --clear "$root/.venv"; then
            echo "error: $base cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv)" >&2
            return 1
        fi
    fi
    # The path is part of the stamp: an editable install points at its folder, and a copied .venv at another's.
    wanted="$root $(cksum <"$root/pyproject.toml")"
    for stamp in "$root/.venv/.installed[dev]" "$root/.venv/.installed$extras"; do
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
            return 0
        fi
    done
    echo "installing transcheck$extras into $root/.venv (a few minutes the first time) ..." >&2
    if ! "$python" -m pip install --quiet --quiet --editable "$root$extras"; then
        echo "error: the installation failed; what pip says is above" >&2
        return 1
    fi
    printf '%s\n' "$wanted" >"$root/.venv/.installed$extras"
}
