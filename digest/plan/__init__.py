"""What the site consists of: stories in, every Page out. Pure.

- addresses.py: where each page lies; conflicts.py: where two want one address
- listings.py: a story → what lists know of it; outline.py: the order of all stories
- stories.py: a story → its pages
- lists.py: which lists there are; shelf.py: their stories; listpages.py: a list → its page
- feeds.py: which feeds there are; fixed.py: frames, and pages without stories
"""
