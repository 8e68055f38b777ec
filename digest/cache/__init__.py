"""Which pages are stale, and why. All of it lies in .cache/, which may be deleted at any time.

- snapshot.py: what lies on disk, as far as can be told without reading it
- state.py: what the last build knew
- quick.py: whether anything at all has changed, found out before anything heavy is imported
- staleness.py: why a page has to be made again
"""
