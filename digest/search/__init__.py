"""The search index: files below search/ that the search page reads. No server answers.

- words.py: text → folded words, as static/search.js folds them too
- rows.py: one story → what the index keeps of it
- numbers.py: each story's number, which other stories' coming and going hardly ever changes
- postings.py: which stories a word stands in, as a line of text
- shards.py: the lines split into files by the words' first letters
- database.py: the rows of all stories, in .cache/
- making.py: all files of the index
- editing.py: those that change when some stories do
- index.py: which of the two is called for

docs/search.md describes the files. An index is the same bytes however it came about.
"""

from __future__ import annotations

from digest.search.database import Database, open_database
from digest.search.index import update
from digest.search.rows import SearchRow, search_row
from digest.search.words import words

__all__ = ["Database", "SearchRow", "open_database", "search_row", "update", "words"]
