"""A certificate as a PDF of one page, letter size. Equal certificates give equal bytes.

The PDF states its language and title; its fonts are embedded. It has no tags for screen readers: for those there is
`certificate_page`.
"""

from io import BytesIO
from typing import Final

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import letter  # type: ignore[import-untyped]
from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from interop_course.assessment.certificate import Certificate, lines
from interop_course.assessment.errors import NotCertifiable

PLAIN, BOLD = "Vera", "VeraBd"
INK, FRAME = HexColor("#1a1a1a"), HexColor("#1f3a5f")
WIDTH, HEIGHT = letter
MARGIN: Final = 54
"""Points, 72 to the inch."""
TEXT_WIDTH: Final = WIDTH - 4 * MARGIN


def pdf(certificate: Certificate, *, compressed: bool = True) -> bytes:
    """The PDF.

    Args:
        certificate: what it states.
        compressed: whether its pages are packed; unpacked ones can be looked into.

    Raises:
        NotCertifiable: the font lacks a sign of the name; the page has every sign.
    """
    _fonts()
    said = lines(certificate)
    _check_signs(said.holder)
    file = BytesIO()
    canvas = Canvas(file, pagesize=letter, invariant=1, pageCompression=int(compressed), lang="en-US")
    canvas.setTitle(f"{said.heading}: {said.title}")
    canvas.setAuthor("The interop-course authors")
    canvas.setSubject(said.score)
    canvas.setCreator(f"interop-course {certificate.course}")
    _frame(canvas)
    sheet = _Sheet(canvas)
    sheet.centred(said.heading, BOLD, 24, FRAME, after=30)
    sheet.centred(said.holder, PLAIN, 12, INK, after=8)
    sheet.centred(said.title, BOLD, 14, INK, after=8)
    sheet.centred(said.score, PLAIN, 12, INK, after=28)
    sheet.table("Score by topic", said.topics)
    sheet.table("About the course", said.facts)
    sheet.centred(said.statement, PLAIN, 9, INK, after=0)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _fonts() -> None:
    for name in (PLAIN, BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _check_signs(text: str) -> None:
    known = pdfmetrics.getFont(PLAIN).face.charToGlyph
    missing = sorted({sign for sign in text if ord(sign) not in known})
    if missing:
        raise NotCertifiable(
            f"The font of the PDF has no sign for {' '.join(missing)}. "
            "Make the page instead (--html FILE) and print it."
        )


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(FRAME)
    for inset, width in ((MARGIN * 0.75, 2), (MARGIN * 0.75 + 5, 0.7)):
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)


class _Sheet:
    """Writes from the top of the page to its bottom."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._y = HEIGHT - 2.4 * MARGIN

    def centred(self, text: str, font: str, size: float, ink: HexColor, *, after: float) -> None:
        """A paragraph in the middle, broken between words; smaller, if a word alone is too long."""
        widest = max(pdfmetrics.stringWidth(word, font, size) for word in text.split())
        size = min(size, size * TEXT_WIDTH / widest)
        self._canvas.setFont(font, size)
        self._canvas.setFillColor(ink)
        for line in simpleSplit(text, font, size, TEXT_WIDTH):
            self._canvas.drawCentredString(WIDTH / 2, self._y, line)
            self._y -= size * 1.45
        self._y -= after

    def table(self, caption: str, rows: tuple[tuple[str, str], ...]) -> None:
        """Labels on the left, values on the right of the middle."""
        self._canvas.setFillColor(INK)
        left, right = WIDTH / 2 - 150, WIDTH / 2 + 60
        self._canvas.setFont(BOLD, 10)
        self._canvas.drawString(left, self._y, caption)
        self._y -= 18
        self._canvas.setFont(PLAIN, 10)
        for label, value in rows:
            self._canvas.drawString(left, self._y, label)
            self._canvas.drawString(right, self._y, value)
            self._y -= 15
        self._y -= 16
