// The room Markdown.
