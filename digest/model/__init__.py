"""The types that cross stages. All are frozen; what holds several things holds tuples.

- articles.py: stories, articles, blocks, segments
- listings.py: what other pages know of a story
- pages.py: pages, and what stands in them
- problems.py: what is wrong with something
"""

from digest.model.articles import (
    Article,
    Block,
    BlockKind,
    Image,
    Origin,
    OriginKind,
    Pair,
    Segment,
    SegmentMark,
    Source,
    Story,
)
from digest.model.listings import Listing, Shown, Teaser
from digest.model.pages import (
    Alternate,
    FeedContent,
    FeedItem,
    Frame,
    Group,
    Link,
    ListContent,
    Page,
    Period,
    StoryContent,
    TextContent,
)
from digest.model.problems import Problem, Severity

__all__ = [
    "Alternate",
    "Article",
    "Block",
    "BlockKind",
    "FeedContent",
    "FeedItem",
    "Frame",
    "Group",
    "Image",
    "Link",
    "ListContent",
    "Listing",
    "Origin",
    "OriginKind",
    "Page",
    "Pair",
    "Period",
    "Problem",
    "Segment",
    "SegmentMark",
    "Severity",
    "Shown",
    "Source",
    "Story",
    "StoryContent",
    "Teaser",
    "TextContent",
]
