r"""The table of markup that other programs read and Policybook does not.

A page would show each form as it is typed. A row that is not sure asks: the same signs may
be words. This module must not know a version or a finding.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignForm:
    """A form of markup. `what` says in words what it is, with what the page would do."""

    pattern: re.Pattern[str]
    what: str
    remedy: str
    is_sure: bool = True


#: A line without one of these cannot match.
SIGNS = (
    "<",
    "{",
    "}",
    "[",
    "!!!",
    "???",
    "===",
    "8<",
    "$",
    "\\",
    ":::",
    "~",
    "^",
    "++",
    "+-",
    "+=",
    "%%",
    *(f":{letter}" for letter in "abcdefghijklmnopqrstuvwxyz+-1"),
)
_SHOWN = "which the page would show as it is"
_LINK_LINE = r"^\s*\[(?!\^)[^\]]+\]:\s+"

#: The names of elements of HTML, today's and yesterday's.
_ELEMENT = (
    "a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo|bgsound|big"
    "|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist"
    "|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form"
    "|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|isindex|kbd|label"
    "|legend|li|link|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noframes|noscript|object"
    "|ol|optgroup|option|output|p|param|picture|plaintext|portal|pre|progress|q|rb|rp|rt|rtc|ruby"
    "|s|samp|script|search|section|select|slot|small|source|spacer|span|strike|strong|style|sub"
    "|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul"
    "|var|video|wbr|xmp"
)

#: Commands of LaTeX in running text. A path has a letter, a colon or a stroke before them.
_COMMAND = (
    "alpha|beta|gamma|delta|theta|lambda|mu|pi|sigma|omega|sum|frac|sqrt|times|cdot|leq?|geq?|neq?"
    "|approx|infty|pm|text(?:bf|it|tt|sc|rm)?|emph|underline|(?:sub)*section|chapter|item|label"
    "|(?:page)?ref|cite[pt]?|footnote|href|url|includegraphics|hline|ldots|dots|quad|[hv]space"
    "|noindent|LaTeX"
)

#: Languages of code that another program draws or typesets.
DRAWN = frozenset(
    "mermaid plantuml puml dot graphviz flowchart flow sequence ditaa d2 nomnoml vega vega-lite"
    " math latex tex katex asciimath wavedrom bpmn svgbob chart geojson".split()
)

FORMS = (
    ForeignForm(
        pattern=re.compile(r"^\s*-{1,2}8<-{1,2}"),
        what="a snippet include (--8<--), which Policybook does not carry out",
        remedy="Write the words here.",
    ),
    ForeignForm(
        pattern=re.compile(r"\{:[^}]{0,500}\}|\]\([^()]{0,2000}\)\{[^={}]{0,500}=[^{}]{0,500}\}"),
        what=f"an attribute list ({{: …}}), {_SHOWN}",
        remedy="Remove the braces and what is in them. A link needs only its words and its "
        "address.",
    ),
    ForeignForm(
        pattern=re.compile(r"\{[#.][A-Za-z][\w-]*(?:\s[^{}]{0,200})?\}"),
        what=f"the name of a place ({{#name}}), {_SHOWN}",
        remedy="Remove the braces and what is in them. A link can name a heading by its words.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"^\s*!!!\s+\w+|^\s*\?\?\?\+?\s+[\w-]+(?:\s+[\"“].*)?\s*$|^\s*>?\s*\[![A-Z]+\]"
        ),
        what=f"an admonition (!!! or [!NOTE]), {_SHOWN}",
        remedy="Write a heading or a paragraph.",
    ),
    ForeignForm(
        pattern=re.compile(r"^\s*===\s+\""),
        what=f"a tab (===), {_SHOWN}",
        remedy="Write a heading.",
    ),
    ForeignForm(
        pattern=re.compile(r"\{\{|\{%|%\}|\}\}"),
        what="template code ({{ or {%), which Policybook does not carry out",
        remedy="Write the words themselves.",
    ),
    ForeignForm(
        pattern=re.compile(r"^\s*\[//\]:\s"),
        what="a hidden remark ([//]: …), which the page would show",
        remedy="Remove it.",
    ),
    ForeignForm(
        pattern=re.compile(rf"{_LINK_LINE}(?:<[^>]*>|(?:#|/|\.{{1,2}}/|\w+:)\S*)\s+[\"'(]"),
        what="the address of a link with a title after it, so no words in brackets use it and the "
        "page would show the line",
        remedy="Remove the title, which is in quotation marks or brackets. Leave an empty line "
        "before the address.",
    ),
    ForeignForm(
        pattern=re.compile(rf"{_LINK_LINE}(<|#|/|\.{{1,2}}/|\w+:)"),
        what="the address of a link on a line of its own ([name]: address), and no words in "
        "brackets use it, so the page would show it as it is",
        remedy="Write the address beside its words: [words](address). Or write [words][name] in "
        "the text, and leave an empty line before the address.",
    ),
    ForeignForm(
        pattern=re.compile(r"^\s*\[(?:\d{1,3}|[a-z*†‡])\]:\s+\S", re.IGNORECASE),
        what=f"what looks like a footnote without its sign ^, {_SHOWN}",
        remedy="Write `[^1]:` before the words of the footnote, and `[^1]` where it belongs. If "
        "it is none, write the line without the brackets.",
        is_sure=False,
    ),
    ForeignForm(
        pattern=re.compile(r"\]\(\s*(<[^>]*>|[^\s()]+)\s+[\"'(]"),
        what="a link or picture with a title, which the page does not show",
        remedy="Write its words into the text.",
    ),
    ForeignForm(
        pattern=re.compile(r"\]\([^()<>\n]*[^\s()<>\n][ \t]+[^\s\"'()<>\n][^()\n]*\)"),
        what="a link whose address has a space, so the page would show it as words",
        remedy="Write %20 for each space in the address.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"\[(?!\^|\d+\])[^\[\]\n]{1,200}\][ \t]+\((?:https?://|www\.|mailto:|\.\.?/)[^\s()]+\)"
        ),
        what="a link with a space between its words and its address, so it leads nowhere",
        remedy="Write the two without a space: [words](address).",
    ),
    ForeignForm(
        pattern=re.compile(
            r"\$\$[^$\n\d\s][^$\n]*\$\$|^\s*\$\$\s*$|\\begin\{"
            # One letter, or signs that no amount of money has. Money has a figure after its sign.
            r"|(?<![\w$\\])\$(?:[A-Za-z]|(?=[^$\n]*(?:[\^\\]|_[\w{]|[=<>+]))[^\s$][^$\n]{0,80}"
            r"[^\s$\\])\$(?![\w$])"
        ),
        what=f"a formula ($ … $), {_SHOWN}",
        remedy="Write it in words, or put it in as a picture with a description.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"(?<!\\)\\\([^\n\\]{0,80}[=^_+<>][^\n]{0,80}\\\)"
            r"|(?<!\\)\\\[[^\n\\]{0,80}[=^_+<>][^\n]{0,80}\\\]"
        ),
        what="a formula between backslashes, and the page would leave out the backslashes",
        remedy="Write it in words, or put it in as a picture with a description.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"^\s*\[{1,2}_{0,2}TOC_{0,2}\]{1,2}\s*$"
            r"|\\(?:pagebreak|newpage|clearpage|tableofcontents)\b",
            re.IGNORECASE,
        ),
        what=f"an order to make a list of contents or a new page, {_SHOWN}",
        remedy="Remove it. Each page has its list of contents, and the paper divides itself.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"(?<=[^\W_])~[A-Za-z0-9+−]{1,6}~(?!~)|(?<=[^\W_])\^[A-Za-z0-9+−-]{1,6}\^(?!\^)"
        ),
        what=f"a small raised or lowered sign (~2~ or ^2^), {_SHOWN}",
        remedy="Write the letter of that form, such as CO₂ or m², or write it in words.",
    ),
    ForeignForm(
        pattern=re.compile(r"(?<![\w+{])\+\+(?=[^\s+])[^+\n]{0,300}[^\s+]\+\+(?![\w+}])"),
        what=f"inserted text (++ … ++), {_SHOWN}",
        remedy="Decide what the text should say, and remove the signs ++.",
    ),
    ForeignForm(
        pattern=re.compile(r"^\s*\*\[[^\]\n]+\]:\s"),
        what=f"the words of an abbreviation (*[…]: …), {_SHOWN}",
        remedy="Write the words in full where the abbreviation comes first.",
    ),
    ForeignForm(
        pattern=re.compile(r"\[\^[^\]\s]*\s[^\]\n]{0,60}\]"),
        what=f"a footnote whose name has a space ([^…]), {_SHOWN}",
        remedy="Write a number or one word, such as `[^1]`, here and before the words of the note.",
    ),
    ForeignForm(
        pattern=re.compile(r"\^\[[^\]\n]{1,500}\]"),
        what=f"a footnote in the middle of a line (^[…]), {_SHOWN}",
        remedy="Write `[^1]` there, and the words on a line of their own: `[^1]: the words`.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"^\s*(?:[-*+]|\d{1,9}[.)])\s+\[(?:|\s{2,}|\s+[xX✓✔]\s*|[xX✓✔]\s+|[✓✔])\]\s"
        ),
        what="a box to tick that the page would show as brackets",
        remedy="Write one space between the brackets, `- [ ] `, or `- [x] ` for a ticked box.",
    ),
    ForeignForm(
        pattern=re.compile(r"^\s*:{3,}"),
        what="a box (:::), which the page would show",
        remedy="Write a heading.",
    ),
    ForeignForm(
        pattern=re.compile(r":(?<![\w:/.]:)(?:[a-z][a-z0-9_+-]{1,40}|[+-]1|100):(?![\w:/])"),
        what=f"the name of a small picture (:name:), {_SHOWN}",
        remedy="Put the sign itself there, or leave it out.",
        is_sure=False,
    ),
    ForeignForm(
        pattern=re.compile(r"!?\[\[[^\[\]\n]{1,200}\]\](?!\()"),
        what=f"a link of a wiki ([[…]]), {_SHOWN}",
        remedy="Write [words](address). If it says what to fill in, write what belongs there.",
        is_sure=False,
    ),
    ForeignForm(
        pattern=re.compile(r"%%(?<![\w%]%%)(?!%)(?:[^%\n]{1,500}%%(?![\w%])|(?<=^%%)\s+\S)"),
        what="a hidden remark (%% … %%), which the page would show",
        remedy="Remove it.",
    ),
    ForeignForm(
        pattern=re.compile(rf"\\(?<![\\\w:/.]\\)(?:{_COMMAND})(?![A-Za-z\\])"),
        what=f"a command of LaTeX (\\name), {_SHOWN}",
        remedy="Write it in words, or leave it out.",
    ),
    ForeignForm(
        pattern=re.compile(r"\[-?@[A-Za-z][\w:.-]*(?:[;,]\s?[^\[\]\n]{0,200})?\](?![(:])"),
        what=f"a citation ([@name]), {_SHOWN}",
        remedy="Name the work in words, or in a footnote: `[^1]`.",
    ),
    ForeignForm(
        pattern=re.compile(r"\|\s*(?:<<|\^\^)[ \t]*[^\s|<^>][^|>\n]*(?:\||$)"),
        what="a cell that starts with << or ^^ and has words too, so the page would show the signs",
        remedy="Write << or ^^ alone in a cell that belongs to the one before or above. In any "
        "other cell, leave the signs out.",
        is_sure=False,
    ),
    ForeignForm(
        pattern=re.compile(r"<!--"),
        what="an HTML comment, which everyone would see",
        remedy="Remove it.",
    ),
    ForeignForm(
        pattern=re.compile(
            rf"(?!<(?:insert|enter|name|your)\b)</?(?!br ?/?>)(?:{_ELEMENT})\s*/?>"
            r"|</[a-zA-Z]|<[a-zA-Z][\w:-]*\s[^<>=]*=[^<>]*>|<[a-zA-Z][\w:-]*\s?/>"
            r"|<[a-zA-Z]\w*[:-][\w:-]*>|<\?|<!\w",
            re.IGNORECASE,
        ),
        what="HTML, which the page would show as words",
        remedy="Write it in Markdown, or remove it.",
    ),
    ForeignForm(
        pattern=re.compile(
            r"(?<!\w)(?!<(?:insert|enter|name|your)\b)<(?!br>)[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?>"
        ),
        what="words in angle brackets, which the page shows as they are",
        remedy="If they are HTML, remove them. If they say what to fill in, write what belongs "
        "there. If you want the brackets, leave them.",
        is_sure=False,
    ),
)
