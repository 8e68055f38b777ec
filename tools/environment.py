"""Make or mend .venv. Called by make: `python3 tools/environment.py run|test|maintain`.

`run` installs what digest needs to run, and digest itself; `test` adds what the tests need,
`maintain` what it takes to renew and audit the locks. All of it is pinned and hashed in
requirements/. A stamp in .venv says that a set is there; a .venv that an interrupted run left
half made, or that was copied or moved here, is made anew.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BACKEND = VENV / "backend"
"""The pinned pip and build backend: beside what digest can import, not among it."""
PIP = ("-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")
HASHED = ("--require-hashes", "-r")
UNFINISHED = VENV / "unfinished"
HOME = "VENV_HOME := " + str(ROOT).replace("$", "$$").replace("#", "\\#") + "\n"
"""What .venv/home.mk says, so that make notices a .venv that was made elsewhere."""


def main() -> None:
    wanted = sys.argv[1]
    check_python()
    folder = os.open(str(ROOT), os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # another make waits here, and then finds the work done
    if not is_usable():
        create()
    for name in dict.fromkeys(("run", wanted)):
        bring(name)


def check_python() -> None:
    """Exit with what to do, where this Python cannot make the environment."""
    version = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < OLDEST:
        sys.exit(
            f"digest needs Python 3.11 or newer; {sys.executable} is {version}. "
            "If there is another one, name it: make PYTHON=python3.12"
        )
    try:
        import ensurepip  # noqa: F401  # Debian's Python comes without it
    except ImportError:
        sys.exit(
            f"{sys.executable} lacks ensurepip, so it cannot make a virtual environment. "
            f"On Debian or Ubuntu: apt-get install python{version}-venv (or python3-venv)"
        )


def is_usable() -> bool:
    """Tell whether .venv was made here, was finished, and still has its Python."""
    home = VENV / "home.mk"
    if UNFINISHED.exists() or not home.is_file() or home.read_text(encoding="utf-8") != HOME:
        return False
    try:
        return subprocess.run([str(PYTHON), "-c", ""], check=False).returncode == 0
    except OSError:
        return False


def create() -> None:
    print("Making .venv (once, half a minute or so) …", flush=True)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    run(sys.executable, "-m", "venv", "--clear", "--prompt", "digest", VENV)
    run(PYTHON, *PIP, "uninstall", "--yes", "setuptools")  # it would slow every start down
    (VENV / "home.mk").write_text(HOME, encoding="utf-8")


def bring(name: str) -> None:
    """Install one set, unless its stamp says that this very set is there."""
    stamp = VENV / f"{name}.stamp"
    state = fingerprint(name)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != state:
        print(f"Installing requirements/{name}.txt …", flush=True)
        UNFINISHED.touch()
        pip(*HASHED, LOCKS / f"{name}.txt")
        if name == "run":
            install_digest()
        UNFINISHED.unlink()
    stamp.write_text(state, encoding="utf-8")


def fingerprint(name: str) -> str:
    files = [LOCKS / f"{name}.txt"]
    if name == "run":
        files += [LOCKS / "build.txt", ROOT / "pyproject.toml"]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def install_digest() -> None:
    """Install the package as it lies here, by the pinned pip and build backend."""
    pip("--upgrade", "--target", BACKEND, *HASHED, LOCKS / "build.txt")
    pip("--no-deps", "--no-build-isolation", "--editable", ROOT, PYTHONPATH=str(BACKEND))


def pip(*arguments: object, **environment: str) -> None:
    run(PYTHON, *PIP, "install", *arguments, **environment)


def run(*command: object, **environment: str) -> None:
    words = [str(word) for word in command]
    if subprocess.run(words, check=False, env={**os.environ, **environment}).returncode:
        sys.exit(
            f"This failed, for the reason above: {' '.join(words)}\n"
            "Installing needs a package registry within reach. Run make again to go on."
        )


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Interrupted. The next make mends .venv.")
