"""Compact HTML, as the tests of Markdown write it, from the outside library markdown-it-py 4.3.0."""

import html

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll

reader = MarkdownIt("commonmark").enable("table")
reader.options["maxNesting"] = 1000
# Destinations are compared as written, and none is refused.
reader.normalizeLink = lambda address: address
reader.normalizeLinkText = lambda text: text
reader.validateLink = lambda address: True


def escaped(text):
    return html.escape(text, quote=True).replace("&#x27;", "'")


def inline(tokens):
    out = []
    for token in tokens:
        kind = token.type
        if kind in ("text", "text_special"):
            out.append(escaped(token.content))
        elif kind == "code_inline":
            out.append(f"<code>{escaped(token.content)}</code>")
        elif kind == "html_inline":
            out.append(token.content)
        elif kind == "softbreak":
            out.append("\n")
        elif kind == "hardbreak":
            out.append("<br />")
        elif kind == "link_open":
            out.append(f'<a href="{escaped(token.attrs["href"])}"{title(token)}>')
        elif kind == "image":
            alt = escaped(alternative(token.children))
            out.append(f'<img src="{escaped(token.attrs["src"])}" alt="{alt}"{title(token)} />')
        else:
            out.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
    return "".join(out)


def title(token):
    return f' title="{escaped(token.attrs["title"])}"' if "title" in token.attrs else ""


def alternative(tokens):
    out = []
    for token in tokens or []:
        if token.type == "image":
            out.append(alternative(token.children))
        elif token.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif token.content:
            out.append(token.content)
    return "".join(out)


def markup(text):
    out = []
    for token in reader.parse(text):
        kind = token.type
        if kind == "inline":
            out.append(inline(token.children))
        elif kind == "fence":
            info = unescapeAll(token.info.strip(" \t"))
            attribute = f' info="{escaped(info)}"' if info else ""
            out.append(f"<pre><code{attribute}>{escaped(token.content)}</code></pre>")
        elif kind == "code_block":
            out.append(f"<pre><code>{escaped(token.content)}</code></pre>")
        elif kind == "html_block":
            out.append(token.content.rstrip("\n"))
        elif kind == "hr":
            out.append("<hr />")
        elif token.hidden:
            pass
        elif token.nesting < 0:
            out.append(f"</{token.tag}>")
        else:
            attributes = "".join(f' {name}="{value}"' for name, value in token.attrs.items())
            out.append(f"<{token.tag}{attributes}>")
    return "".join(out)
