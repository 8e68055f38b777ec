"""`digest serve`: the site on this machine, drafts too, brought up to date at every edit.

Two processes: one answers browsers and watches the files, the other builds. So pages are served
while a build is under way, and the one that forks to render has no threads.

- session.py: both processes, from start to end
- building.py: the one that builds: what a browser shows first, then all the rest
- watching.py: which files of the site have changed
- server.py: HTTP; locating.py: address → file; adapting.py: what is added to a page
- messages.py: what the processes say to each other
- telling.py: what open pages are told; reload.js: what they do about it
"""

from __future__ import annotations
