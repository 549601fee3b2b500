"""Make Word files for tests, from the XML of their bodies and the parts around it."""

import io
import zipfile
from collections.abc import Mapping

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{36 - 4 * n}"/></w:rPr></w:style>'
        for n in (1, 2, 3)
    )
)


def p(text: str, style: str = "", settings: str = "", look: str = "") -> str:
    """Return a paragraph. A tab and a line end in the text are those of Word."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    words = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    words = words.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    run = f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{style}{settings}</w:pPr>{run}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    """Return a paragraph of one of Word's lists."""
    return p(
        text, settings=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def level(n: int, form: str, text: str, more: str = "") -> str:
    """Return a level of a list."""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, settings: str = "") -> str:
    content = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{content}</w:tc>"


def make_docx(
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = "",
    parts: Mapping[str, tuple[str, str]] | None = None,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    main: str = MAIN,
) -> bytes:
    """Return a Word file.

    `parts` has other parts by name, each with its kind and its XML; `links` the addresses
    of links by the ids of their relations; `files` any other files.
    """
    named = {"styles": ("styles", f"<w:styles {NS}>{styles}</w:styles>"), **(parts or {})}
    if numbering:
        named["numbering"] = ("numbering", f"<w:numbering {NS}>{numbering}</w:numbering>")
    relations = "".join(
        f'<Relationship Id="r-{name}" Type="{_KIND}{kind}" Target="{name}.xml"/>'
        for name, (kind, _) in named.items()
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_KIND}hyperlink" Target="{address}" '
        'TargetMode="External"/>'
        for name, address in (links or {}).items()
    )
    content = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r1" '
        f'Type="{_KIND}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">'
        f"{relations}</Relationships>",
        **{f"word/{name}.xml": xml for name, (_, xml) in named.items()},
    }
    every: dict[str, bytes] = {name: xml.encode() for name, xml in content.items()}
    return make_zip({**every, **(files or {})})


def make_zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return out.getvalue()
