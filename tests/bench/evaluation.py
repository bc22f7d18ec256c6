"""The evaluation folder (texts that may not be in this repository, with their gold data and scorers) and the program under test.

It stands beside the checkout as `shared`, or where $DEMARCHE_EVALUATION says. Exit code 77 means "skipped" to tests/run.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def folder(*needed):
    """The evaluation folder; leaves with SKIPPED if it, or one of the paths needed in it, is not there."""
    found = pathlib.Path(os.environ.get("DEMARCHE_EVALUATION") or ROOT.parent / "shared")
    if not found.is_dir():
        print("skipped: no evaluation folder")
        sys.exit(SKIPPED)
    for path in needed:
        if not (found / path).exists():
            print(f"skipped: the evaluation folder has no {path}")
            sys.exit(SKIPPED)
    return found


def program():
    """Path of demarche: the first argument, else the release build."""
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".build/release/cli/demarche"
    if not os.access(path, os.X_OK):
        sys.exit(f"{path} is not there; build it first: cmake --preset release && cmake --build --preset release")
    return path.resolve()


def beside(demarche, path):
    """A program of the same build, by its path in the build folder."""
    found = demarche.parent.parent / path
    if not os.access(found, os.X_OK):
        sys.exit(f"{found} is not there; build it first: cmake --build --preset release")
    return found


def run(*command, stdin=None, stdout=None):
    """Runs a command; its failure is ours. Returns its standard output unless `stdout` takes it."""
    done = subprocess.run([str(word) for word in command], input=stdin, stdout=stdout or subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in command)} ended with {done.returncode}")
    return done.stdout


def heading(text):
    print(f"\n== {text}", flush=True)
