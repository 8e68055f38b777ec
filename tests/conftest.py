"""What all tests share: options, golden files, and the fixtures of tests/support/."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import hypothesis
import pytest

pytest_plugins = ["tests.support.browser", "tests.support.previews", "tests.support.servers"]

# No deadline, and no complaint of slowness: a busy machine is no defect of the code.
hypothesis.settings.register_profile(
    "digest", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile(
    "soak", parent=hypothesis.settings.get_profile("digest"), max_examples=5000
)
hypothesis.settings.load_profile("digest")

SOAK_TIMEOUT = 7200
"""Seconds that a test may take with --soak; without, pyproject.toml says how many."""

# A shell that runs pytest in the background has it ignore Ctrl-C, and all that it starts too.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--soak", action="store_true", help="many rounds of kills and fuzzing")


@pytest.hookimpl(tryfirst=True)  # before pytest-timeout reads its option
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--soak"):
        hypothesis.settings.load_profile("soak")
        if config.option.timeout is None:
            config.option.timeout = SOAK_TIMEOUT


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """How often a test of chance is run: 15 times, with --soak 200."""
    return 200 if request.config.getoption("--soak") else 15


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str | bytes], None]:
    """Compare what was made with a golden file, or rewrite that file where --golden is given."""
    rewrite = bool(request.config.getoption("--golden"))

    def compare(path: Path, made: str | bytes) -> None:
        data = made.encode() if isinstance(made, str) else made
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.is_file(), f"{path} is not there: make golden writes it, git diff shows it"
        expected = path.read_bytes()
        if isinstance(made, str):
            assert made == expected.decode(), f"{path}: make golden, if that is what it should be"
        assert data == expected, f"{path}: make golden, if that is what it should be"

    return compare


@pytest.fixture
def golden_tree(
    request: pytest.FixtureRequest, golden: Callable[[Path, str | bytes], None]
) -> Callable[[Path, Mapping[str, bytes]], None]:
    """Compare files (path: bytes) with a folder of golden ones: the same files, the same bytes."""

    def compare(folder: Path, made: Mapping[str, bytes]) -> None:
        there = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
        if request.config.getoption("--golden"):
            for name in there.keys() - made.keys():
                there.pop(name).unlink()
            there |= {name: folder / name for name in made}
        assert sorted(made) == sorted(there), f"other files than in {folder}: make golden?"
        for name, data in made.items():
            try:
                golden(folder / name, data.decode())
            except UnicodeDecodeError:
                golden(folder / name, data)

    return compare
