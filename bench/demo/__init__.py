"""A site of invented stories that shows every feature: for browser tests and pictures."""
