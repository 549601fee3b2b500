"""Mark up a Word file as people do in Word: tracked changes and comments, by their XML."""

import copy
import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DATE = "2026-11-20T09:00:00Z"


class MarkedUp:
    """A Word file in which one author changes words, paragraphs and comments."""

    def __init__(self, data: bytes, author: str = "Chair of governors") -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            self.files = {name: pack.read(name) for name in pack.namelist()}
        self.root = etree.fromstring(self.files["word/document.xml"])
        self.author = author
        self.count = 9000
        self.remarks: list[str] = []

    def find(self, words: str) -> etree._Element:
        """Return the paragraph with these words."""
        for paragraph in self.root.iter(f"{W}p"):
            if words in "".join(paragraph.itertext(f"{W}t")):
                return paragraph
        raise AssertionError(f"no paragraph has “{words}”")

    def mark(self, kind: str) -> etree._Element:
        self.count += 1
        element = etree.Element(f"{W}{kind}")
        element.set(f"{W}id", str(self.count))
        element.set(f"{W}author", self.author)
        element.set(f"{W}date", DATE)
        return element

    def replace(self, old: str, new: str) -> None:
        """Change words inside one run."""
        for run in self.root.iter(f"{W}r"):
            text = run.find(f"{W}t")
            if text is None or old not in (text.text or ""):
                continue
            before, _, after = (text.text or "").partition(old)
            parent = run.getparent()
            assert parent is not None
            place = parent.index(run)
            pieces = [self.run(run, before), self.deleted(run, old)] if old else []
            pieces += [self.inserted(run, new)] if new else []
            pieces.append(self.run(run, after))
            parent.remove(run)
            for n, piece in enumerate(pieces):
                parent.insert(place + n, piece)
            return
        raise AssertionError(f"no run has “{old}”")

    def run(self, like: etree._Element, words: str, tag: str = "t") -> etree._Element:
        run = etree.Element(f"{W}r")
        settings = like.find(f"{W}rPr")
        if settings is not None:
            run.append(copy.deepcopy(settings))
        text = etree.SubElement(run, f"{W}{tag}")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = words
        return run

    def deleted(self, like: etree._Element, words: str) -> etree._Element:
        mark = self.mark("del")
        mark.append(self.run(like, words, "delText"))
        return mark

    def inserted(self, like: etree._Element, words: str) -> etree._Element:
        mark = self.mark("ins")
        mark.append(self.run(like, words))
        return mark

    def add_after(self, words: str, new: str) -> None:
        """Put a paragraph in below another, with its form."""
        above = self.find(words)
        paragraph = etree.Element(f"{W}p")
        settings = above.find(f"{W}pPr")
        settings = copy.deepcopy(settings) if settings is not None else etree.Element(f"{W}pPr")
        paragraph.append(settings)
        etree.SubElement(settings, f"{W}rPr").append(self.mark("ins"))
        paragraph.append(self.inserted(etree.Element(f"{W}r"), new))
        above.addnext(paragraph)

    def remove(self, words: str) -> None:
        """Take a paragraph out."""
        paragraph = self.find(words)
        settings = paragraph.find(f"{W}pPr")
        if settings is None:
            settings = etree.Element(f"{W}pPr")
            paragraph.insert(0, settings)
        etree.SubElement(settings, f"{W}rPr").append(self.mark("del"))
        for run in list(paragraph.iter(f"{W}r")):
            parent = run.getparent()
            assert parent is not None
            for text in list(run.iter(f"{W}t")):
                text.tag = f"{W}delText"
            mark = self.mark("del")
            parent.replace(run, mark)
            mark.append(run)

    def comment(self, words: str, remark: str) -> None:
        """Comment on a paragraph."""
        paragraph = self.find(words)
        name = str(len(self.remarks))
        self.remarks.append(remark)
        start = etree.Element(f"{W}commentRangeStart")
        start.set(f"{W}id", name)
        end = etree.Element(f"{W}commentRangeEnd")
        end.set(f"{W}id", name)
        first = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if first is None else 1, start)
        paragraph.append(end)
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}commentReference").set(f"{W}id", name)

    def save(self) -> bytes:
        """Return the file."""
        self.files["word/document.xml"] = etree.tostring(self.root)
        if self.remarks:
            rows = "".join(
                f'<w:comment w:id="{n}" w:author="{self.author}" w:date="{DATE}"><w:p><w:r><w:t>'
                f"{remark}</w:t></w:r></w:p></w:comment>"
                for n, remark in enumerate(self.remarks)
            )
            self.files["word/comments.xml"] = (
                f'<w:comments xmlns:w="{W[1:-1]}">{rows}</w:comments>'.encode()
            )
            rels = self.files["word/_rels/document.xml.rels"].decode()
            self.files["word/_rels/document.xml.rels"] = rels.replace(
                "</Relationships>",
                f'<Relationship Id="rComments" Type="{_REL}/comments" Target="comments.xml"/>'
                "</Relationships>",
            ).encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as pack:
            for name, data in self.files.items():
                pack.writestr(name, data)
        return out.getvalue()
