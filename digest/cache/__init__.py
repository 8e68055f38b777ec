"""Which pages are stale, and why. All of it lies in .cache/, which may be deleted at any time.

- snapshot.py: what lies on disk, as far as can be told without reading it
- sections.py, state.py: what the last build knew; target.py: where a build goes
- quick.py: whether anything at all has changed, found out before anything heavy is imported
"""
