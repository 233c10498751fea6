"""Compact HTML, as the tests of Markdown write it, from the outside library commonmark 0.9.2."""

import html
from urllib.parse import unquote

import commonmark


def markup(text):
    return render(commonmark.Parser().parse(text))


def escaped(text):
    return html.escape(text or "", quote=True).replace("&#x27;", "'")


def children(node):
    child = node.first_child
    while child:
        yield child
        child = child.nxt


def render(node, tight=False):
    kind = node.t
    if kind == "list":
        data = node.list_data
        inside = "".join(render(child, data["tight"]) for child in children(node))
        if data["type"] == "bullet":
            return f"<ul>{inside}</ul>"
        start = "" if data["start"] == 1 else f' start="{data["start"]}"'
        return f"<ol{start}>{inside}</ol>"
    inside = "".join(render(child, tight and kind == "item") for child in children(node))
    title = f' title="{escaped(node.title)}"' if node.title else ""
    match kind:
        case "document":
            return inside
        case "paragraph":
            return inside if tight else f"<p>{inside}</p>"
        case "heading":
            return f"<h{node.level}>{inside}</h{node.level}>"
        case "thematic_break":
            return "<hr />"
        case "block_quote":
            return f"<blockquote>{inside}</blockquote>"
        case "item":
            return f"<li>{inside}</li>"
        case "code_block":
            info = f' info="{escaped(node.info)}"' if node.info else ""
            return f"<pre><code{info}>{escaped(node.literal)}</code></pre>"
        case "html_block" | "html_inline":
            return node.literal
        case "text":
            return escaped(node.literal)
        case "softbreak":
            return "\n"
        case "linebreak":
            return "<br />"
        case "emph":
            return f"<em>{inside}</em>"
        case "strong":
            return f"<strong>{inside}</strong>"
        case "code":
            return f"<code>{escaped(node.literal)}</code>"
        case "link":
            return f'<a href="{escaped(unquote(node.destination))}"{title}>{inside}</a>'
        case "image":
            alt = escaped(alternative(node))
            return f'<img src="{escaped(unquote(node.destination))}" alt="{alt}"{title} />'
    raise ValueError(kind)


def alternative(node):
    parts = []
    for child in children(node):
        if child.t in ("softbreak", "linebreak"):
            parts.append("\n")
        else:
            parts.append(alternative(child) if child.first_child else child.literal or "")
    return "".join(parts)
