"""Pages become files: templates, Markdown, processes."""
