# Functions of .ci/run: a step with its seconds, and the Pythons of this machine.

# step TITLE COMMAND...: say the title, run the command, say how many seconds it took.
# With `set -e`, a command that fails ends the run here.
step() {
    local title=$1 start=$SECONDS
    shift
    echo "== $title"
    "$@"
    echo "== $((SECONDS - start)) s: $title"
}

# pythons MINOR: print the path of a Python of each version from 3.11 up, except 3.MINOR: one on
# the PATH, or one of pyenv's. Releases only. A name may be there and not run: pyenv has such.
pythons() {
    local minor python
    for minor in 11 12 13 14 15; do
        if [ "$minor" = "$1" ]; then continue; fi
        for python in "python3.$minor" "${PYENV_ROOT:-$HOME/.pyenv}/versions/3.$minor".*/bin/python; do
            if is_release "$python" "$minor"; then
                "$python" -c "import sys; print(sys.executable)"
                break
            fi
        done
    done
}

is_release() {
    "$1" -c "import sys; v = sys.version_info; sys.exit(v[:2] != (3, $2) or v[3] != 'final')" 2>/dev/null
}

# quick_tests_on PYTHON FOLDER: run the quick tests in an environment of their own below FOLDER.
quick_tests_on() {
    local environment
    environment=$2/$("$1" -c "import sys; print('python3.%d' % sys.version_info[1])")
    UV_PROJECT_ENVIRONMENT=$environment uv sync --quiet --python "$1"
    "$environment/bin/python" -m pytest --quick -p no:cacheprovider
}
