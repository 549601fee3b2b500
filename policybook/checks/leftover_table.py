"""The table of what word processors, templates and converters leave behind in a text.

A row that is sure stops an approval. A row that is not sure asks: the same words can be
right in a form or a letter that people fill in.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A kind of leftover. `what` follows the words that were found: “…” is `what`.

    A line without any of `signs`, in small letters, cannot match.
    """

    code: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    what: str
    remedy: str
    is_sure: bool = True

    def can_match(self, small: str) -> bool:
        """Return whether words in small letters have one of the signs."""
        return any(sign in small for sign in self.signs)


_WRITE = "Replace it with your own words, or remove it."
_FILL = (
    "Write what belongs there. If it is part of a form or a letter that people fill in, "
    "leave it as it is."
)
#: Brackets in which templates put what to fill in. A link has `(` after it.
_BRACKETS = ("[", "<", "{", "«", "‹")
_OPEN, _CLOSE = r"(?:\[|<<?|\{|«|‹)", r"(?:\](?!\()|>>?|\}|»|›)"
_ORDER = (
    r"(?:please\s+)?(?:insert|enter|fill\s+in|replace|amend|add|put|select\s+one|choose\s+one"
    r"|type\s+(?:in|your|the|here)|delete\s+(?:as|if|where))"
)
#: Words of a field without its braces, in small letters.
_FIELDS = ("hyperlink", "include", "seq ", "toc ", "pageref", "\\* ", "\\*\t")
#: Names that Windows itself fills in.
_OF_WINDOWS = (
    "APPDATA|LOCALAPPDATA|USERPROFILE|USERNAME|TEMP|TMP|WINDIR|SYSTEMROOT|PROGRAMFILES|PROGRAMDATA"
    "|PATH|HOMEPATH|HOMEDRIVE|PUBLIC|ONEDRIVE|COMPUTERNAME"
)
_THING = (
    "text|name|date|details|logo|crest|badge|picture|photo|image|address|title|number|signature"
)
_SUBJECT = (
    r"(?:the\s+|your\s+)?(?:name|date|year|month|number|role|title|link|email|phone|school|trust"
    r"|headteacher|DSL|SENCO|governor|local authority|LA)"
)


def _ignore_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


LEFTOVERS: tuple[Leftover, ...] = (
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)"),
        signs=("<<<<<<<", "=======", ">>>>>>>", "|||||||"),
        what="a mark of a merge conflict",
        remedy="Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(
            r"\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\}|\{>>|<<\}|\bCommented \[\w+\]:"
            r"|\bComment \[[A-Z]{1,4}\d+(?:R\d+)?\]:|\bField Code Changed\b"
            r"|\bFormatted: (?:Font|Indent|Left|Right|Centred|Centered|Justified|Normal|List"
            r"|Bullet|Numbered|Heading|Space|Line spacing|English|Tab stops)\b"
        ),
        signs=("{", "}", "comment [", "commented [", "field code", "formatted:"),
        what="a mark of a tracked change or of a comment",
        remedy="Accept or reject the change, and remove the marks.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?<![~\w])~~(?=[^\s~])[^~\n]{0,300}[^\s~]~~(?![~\w])"),
        signs=("~~",),
        what="struck-through text",
        remedy="Remove the text, or remove the marks ~~ if it still applies.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]{0,300}[^\s=]==(?![=\w])"),
        signs=("==",),
        what="highlighted text, which somebody still wanted to look at",
        remedy="Decide what it should say, and remove the marks ==.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(
            r"\bError[!:] (?:Reference source|Bookmark|No text of|Hyperlink reference|Unknown|Not a"
            r"|No bookmark|Main Document|Use the Home tab|Number cannot|Style not|No table of)"
            r"[^.!\n]{0,80}"
        ),
        signs=("error!", "error:"),
        what="what a word processor writes where a reference broke",
        remedy="Write what the reference should say, such as “section 4.2”.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(
            r"\{\s*(?:PAGE|NUMPAGES|REF|PAGEREF|TOC|MERGEFIELD|DOCPROPERTY|FILENAME|STYLEREF|SEQ"
            r"|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|INCLUDEPICTURE|HYPERLINK|SAVEDATE|PRINTDATE)\b"
            r"[^{}\n]{0,200}\}|«\w{1,60}»|(?<!\w)_(?:Toc|Ref|Hlk)\d{6,}|\$\{\w{1,60}\}"
            r"|\[object Object\]|\(cid:\d+\)"
            # The code of a field without its braces.
            r"|\b(?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT)\s+(?:\\\\?l\s+)?"
            r"[\"“”][^\"“”\n]{1,300}[\"“”]"
            r"|\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\b|\{\s*=\s*[A-Z]{2,12}\([^{}\n]{0,80}\}"
            # What Outlook and Word put into a page.
            r"|\[cid:[^\]\s]{1,120}\]|\[(?:if [!\w ]{1,40}|endif)\]|(?<![\w-])mso-[a-z-]{2,30}:"
            r"|(?<![\w(])file:///[A-Za-z][^\s)>]{2,200}|@@\w{2,40}@@"
            r"|(?<![\w$])\$[A-Z][a-z]{2,20}[A-Z][A-Za-z]{1,30}\b"
            r"|\bSEQ\s+\w{1,40}\s+\\{1,2}\*|\\{1,2}\*\s+(?:ARABIC|MERGEFORMAT|ROMAN|CHARFORMAT)\b"
            r"|\bTOC\s+\\{1,2}o\s+[\"“”]|\bPAGEREF\s+_"
            rf"|(?<![\w%])%(?!(?:{_OF_WINDOWS})%)[A-Z][A-Z0-9_]{{2,40}}%(?![\w%])"
            r"|(?<![\w$])\$(?:[A-Z]{2,20}_[A-Z_]{2,40}\b|[A-Z]{3,40}\$)|<%[^%<>\n]{1,200}%>"
            # What a chat program cites.
            r"|:contentReference\[[^\]\n]{1,60}\](?:\{[^}\n]{0,60}\})?"
            r"|【\d{1,3}[:†][^】\n]{0,60}】"
        ),
        signs=(
            *("form", "[cid:", "[if ", "[endif", "mso-", "file:///", "@@"),
            *("{", "«", "_toc", "_ref", "_hlk", "[object", "(cid:", "%", "$", "contentref", "【"),
            *_FIELDS,
        ),
        what="the code of a field that a program should have filled in",
        remedy="Write the words that belong there.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(r"(?<!\w)#(?:REF!|N/A\b|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)"),
        signs=("#ref", "#n/a", "#name", "#value", "#div", "#null", "#num"),
        what="what a spreadsheet writes where a formula broke",
        remedy="Write the value that belongs there.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(r"â€[™œ“”˜¦¢¡\x9d\x9c\x99]|Ã[©¨¢ª®´¶¼§¡¯³]|Â[£©®°½»«]"),
        signs=("â€", "ã", "â"),
        what="a letter that a program read in the wrong encoding",
        remedy="Write the letter again, such as ’ or é or £.",
    ),
    Leftover(
        code="placeholder",
        pattern=_ignore_case(
            r"\bclick (?:or tap )?(?:here )?to (?:enter|add|insert|choose|type)\b[^.\n]{0,40}"
            r"|\bclick or tap\b|\bchoose an item\.|\b(?:enter|type|insert) (?:your )?"
            r"(?:text|name|date|details) here\b"
        ),
        signs=("click ", "choose an item", "text here", "name here", "date here", "details here"),
        what="what a word processor shows where nobody has typed anything yet",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=_ignore_case(
            r"\[(?:pick the date|document (?:title|subtitle)|company (?:name|address)|type (?:here"
            r"|the [a-z ]{3,40}))\]"
            r"|[\[(]\s*(?:the )?schools? (?:should|to|must|may) (?:add|insert|enter|amend|adapt"
            r"|complete|specify|include|delete)\b[^\])\n]{0,120}[\])]"
            r"|(?<![\w*])\*(?:please )?(?:insert|enter|add|type) (?:the |your |own |school )*"
            rf"(?:{_THING})\*(?![\w*])|"
            rf"{_OPEN}\s*{_ORDER}\b[^\]>\}}»›\n]{{0,120}}{_CLOSE}"
            r"|\(\s*(?:please\s+)?(?:insert\b[^()\n]{0,80}"
            r"|(?:delete|amend|adapt|add) (?:as|if|where) (?:appropriate|applicable|necessary"
            r"|required|needed)[^()\n]{0,40})\)"
        ),
        signs=(
            *_BRACKETS,
            "( ",
            "*",
            "school",
            "insert",
            "(please",
            "(delete",
            "(amend",
            "(adapt",
            "(add",
        ),
        what="a placeholder",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=re.compile(
            r"\bTODO\b|\bFIXME\b|\bTBC\b|\bXXX+\b|(?i:lorem ipsum dolor)|^\W*(?i:lorem ipsum)\W*$"
            r"|(?i:(?<![\w/])(?:xx[/.\-](?:xx|\d{1,2})|\d{1,2}[/.\-]xx)"
            r"[/.\-](?:20)?(?:xx|\d\d)(?![\w/]))"
            r"|\b(?:XX|xx) (?:XX|xx) 20\d\d\b|\?\?[/.\-]\?\?[/.\-](?:20)?(?:\d\d|\?\?)"
            r"|\b20(?:XX|xx)\b|\b202[Xx]\b"
            r"|Write the rules here, (?:one sentence a line|with an empty line)"
            r"|Write in plain words what this rule means"
            r"|Say here what changes and why"
        ),
        signs=(
            "todo",
            "fixme",
            "tbc",
            "xx",
            "??",
            "orem ipsum",
            "202x",
            "write the rules",
            "write in plain",
            "say here",
        ),
        what="a placeholder",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=re.compile(
            rf"(?i:{_OPEN}\s*{_SUBJECT}\b[^\]>\}}»›\n.;:=\"]{{0,60}}{_CLOSE})"
            rf"|(?i:\(\s*(?:name of (?:the )?(?:school|trust|DSL|headteacher|governor)|school name)"
            r"\s*\))"
            r"|\bTB[AD]\b|\b(?:DD|dd)[/.\-](?:MM|mm)[/.\-](?:YYYY|yyyy|YY|yy)\b"
            r"|\[\s*(?:…|\.{2,}|●|•)\s*\]"
            r"|(?<!\w)_{1,4} ?[/.\-] ?_{1,4} ?[/.\-] ?(?:(?:20)?_{1,4}|20\d\d)(?!\w)"
            r"|(?i:\b(?:sections?|pages?|rules?|tables?|appendix|paragraph|figure)) \?{2,3}(?!\w)"
            r"|\[\?{1,3}\](?!\()"
            r"|(?i:[\[(]\s*(?:DN|NTD|note to draft(?:er)?)\s*:[^\])\n]{0,200}[\])])"
            r"|\b(?i:pages?|sections?|appendix|paragraph|rule) (?:XX+|xx+|X\.X|x\.x)\b"
            r"|(?<![^\s(\[])\?{3,}(?=\s*(?:[.,;:)\]]|$))"
            # Words to whoever writes the text, or what nobody has written yet.
            r"|(?i:[\[(]\s*(?:drafting|drafter[’']?s?|template|guidance|editor(?:ial|[’']s)?)"
            r" notes?\b[^\])\n]{0,200}[\])])"
            r"|(?i:^\W*to be (?:completed|confirmed|determined|decided|agreed|inserted|advised)"
            r"(?: by (?:the )?[\w’']+(?: [\w’']+){0,2})?\W*$)"
            r"|(?i:^\W*(?:the )?school name\W*$)"
            # An order alone on a line.
            r"|(?i:^\W*(?:insert|add|place|put|enter|type) (?:[\w’']+ ){0,3}"
            rf"(?:{_THING}) here\W*$)"
            r"|£ ?(?:xx+|XX+)\b(?!,)|£ ?[xX](?= (?:per|a|an|each|every|for)\b)"
        ),
        signs=(
            *_BRACKETS,
            "( ",
            "(name of",
            "(school name",
            "tba",
            "tbd",
            "dd/",
            "dd.",
            "dd-",
            "_",
            " xx",
            " x.x",
            *("???", "??", "[?"),
            *("drafting note", "drafter", "template note", "guidance note", "editor", "to be "),
            "school name",
            "£x",
            "£ x",
            " here",
        ),
        what="a place to fill in",
        remedy=_FILL,
        is_sure=False,
    ),
    Leftover(
        code="placeholder",
        pattern=re.compile(
            r"[☐☑☒🗹🗷]|^\s*(?:\[(?:\s{1,3}|[xX✓✔])?\]|\(\s{1,3}\))\s(?=\w)"
            r"|\b(?:Yes|No|N/A) ?(?:\[\s{0,3}\](?!\()|[□◻◽\uf06f\uf0a8])"
        ),
        signs=(
            "☐",
            "☑",
            "☒",
            "🗹",
            "🗷",
            "[ ",
            "[x]",
            "[✓",
            "[✔",
            "[]",
            "□",
            "◻",
            "◽",
            "\uf06f",
            "\uf0a8",
            "( ",
            "(\t",
        ),
        what="a box to tick",
        remedy="If people tick it on paper, leave it, or write an item: `- [ ] `. If it says what "
        "the school chose, write the choice in words.",
        is_sure=False,
    ),
)
