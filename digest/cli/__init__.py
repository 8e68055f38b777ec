"""Commands, what they print, and exit codes.

0: clean or warnings alone; 1: problems; 2: usage or config.

The only part that prints (but for the line of a build that has nothing to do), and the only
one that catches a DigestError to end with.

- commands.py: what there is; building.py: build, render; stages.py: import, translate, check;
  serving.py; publishing.py; editing.py: init, new, review, status, completion
- running.py: a build and what it says; printing.py: problems, progress. Both do without click,
  which a plain build does not wait for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from digest import files
from digest.cache import quick
from digest.cli import printing
from digest.errors import ConfigError, DigestError


def run(site: str | None = None, seen: quick.Findings | None = None) -> None:
    """Run the command line.

    For a build without options, `site` is its folder and `seen` what was found on disk there.
    """
    given: dict[str, Any] = {"root": Path(site or "").resolve()}
    try:
        if site is None:
            from digest.cli.commands import main

            main(obj=given)
        else:
            from digest.cli import running

            running.build(given["root"], seen=seen)
    except BrokenPipeError:  # nobody reads it, nor what Python would say of that at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(printing.PROBLEMS)
    except KeyboardInterrupt:
        printing.say("Aborted!", err=True)
        sys.exit(printing.PROBLEMS)
    except (DigestError, OSError) as error:
        told = files.explained(error, given["root"]) if isinstance(error, OSError) else error
        printing.say(f"digest: {told}", err=True)
        sys.exit(printing.USAGE if isinstance(error, ConfigError) else printing.PROBLEMS)
