#!/bin/sh
# `policybook starters` wrote this file. Double-click it to open Policybook's menu.
# A Word file that is dropped on it is imported first.
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
PATH="$PATH:$HOME/.local/bin:/opt/homebrew/bin:/usr/local/bin"
export PATH

run() {
    if command -v policybook >/dev/null 2>&1; then
        policybook "$@"
    elif [ -f "$folder/build.py" ] && command -v uv >/dev/null 2>&1; then
        uv run --project "$folder" "$folder/build.py" "$@"
    else
        echo "Policybook is not installed on this computer. Whoever set up this folder can help:"
        echo "its README.md says how to install it."
        printf "Press Return to close this window. "
        read -r _
        exit 1
    fi
}

if [ "$#" -gt 0 ]; then
    run import "$@" --project "$folder"
fi
run menu --project "$folder"
