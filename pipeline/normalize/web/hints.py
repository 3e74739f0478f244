"""Words in class and id names that publishers and content systems share, and which of them mark furniture. All others are ignored."""

from __future__ import annotations

HINTS = frozenset(
    (
        "ad", "ads", "advert", "advertisement", "alert", "answer", "article", "author", "authors", "banner", "bio",
        "body", "bottom", "box", "breadcrumb", "breadcrumbs", "btn", "button", "byline", "callout", "caption", "card",
        "cards", "carousel", "cat", "categories", "category", "check", "comment", "comments", "consent", "content",
        "contents", "cookie", "copyright", "credit", "cta", "date", "deck", "dek", "description", "dialog", "disclaimer",
        "disclosure", "dropdown", "embed", "entry", "eyebrow", "faq", "featured", "feed", "figure", "footer", "footnote",
        "footnotes", "form", "gallery", "grid", "group", "header", "headline", "hero", "hidden", "image", "info",
        "inline", "intro", "item", "kicker", "label", "lead", "legal", "link", "links", "list", "logo", "main", "media",
        "menu", "meta", "modal", "more", "nav", "navbar", "navigation", "newsletter", "next", "note", "notice", "overlay",
        "page", "pagination", "panel", "paragraph", "paywall", "popular", "popup", "post", "posts", "prev", "price",
        "product", "profile", "promo", "pullquote", "quote", "rating", "read", "recent", "recipe", "recommend",
        "recommended", "reference", "references", "related", "review", "rich", "richtext", "search", "section", "share",
        "sharing", "sidebar", "signup", "single", "skip", "slide", "slider", "social", "sponsor", "sponsored",
        "standfirst", "sticky", "story", "subhead", "subscribe", "subtitle", "summary", "tab", "table", "tag", "tags",
        "teaser", "text", "thumb", "time", "title", "toc", "tool", "tools", "top", "topic", "topics", "trending", "user",
        "video", "widget", "wysiwyg",
    )
)  # fmt: skip
"""The words that a block is known by."""

_ARTICLE = frozenset(
    (
        "article", "author", "authors", "body", "byline", "caption", "content", "contents", "date", "deck", "dek",
        "description", "entry", "eyebrow", "figure", "header", "headline", "hero", "image", "intro", "item", "kicker",
        "lead", "main", "media", "meta", "page", "paragraph", "post", "posts", "quote", "review", "rich", "richtext",
        "section", "single", "standfirst", "story", "subhead", "subtitle", "summary", "text", "time", "title", "top",
        "user", "video", "wysiwyg",
    )
)  # fmt: skip
"""Those of them that the article itself bears."""

FURNITURE = HINTS - _ARTICLE
"""Words that mark furniture; where the page's heading bears one too, it is the page's wrapper that is named so."""
