"""A certificate as one page of HTML: to read on a screen, with a screen reader, and to print. It needs no script."""

from html import escape

from interop_course.assessment.certificate import Certificate, lines

_STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 40rem; margin: 2rem auto; padding: 2rem; border: 3px double #1f3a5f; text-align: center;
  overflow-wrap: anywhere; }
h1 { margin: 0 0 1.5rem; color: #1f3a5f; font-size: 2rem; font-weight: normal; }
.title { font-size: 1.35rem; font-weight: bold; }
table { margin: 1.5rem auto; border-collapse: collapse; text-align: left; }
caption { padding-bottom: .4rem; font-weight: bold; }
th, td { padding: .15rem 1rem .15rem 0; font-weight: normal; text-align: left; }
td { padding-right: 0; }
.statement { margin-bottom: 0; padding-top: 1rem; border-top: 1px solid #767676; font-size: .9rem; }
@page { margin: 18mm; }
@media print { main { max-width: none; margin: 0; break-inside: avoid; } }
@media (max-width: 30rem) { main { margin: 0; padding: 1rem; border-width: 0; } }
""".strip()


def page(certificate: Certificate) -> str:
    """The page. Equal certificates give equal text."""
    said = lines(certificate)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(said.heading)}: {escape(said.title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<main>
<h1>{escape(said.heading)}</h1>
<p>{escape(said.holder)}</p>
<p class="title">{escape(said.title)}</p>
<p>{escape(said.score)}</p>
{_table("Score by topic", said.topics)}
{_table("About the course", said.facts)}
<p class="statement">{escape(said.statement)}</p>
</main>
</body>
</html>
"""


def _table(caption: str, rows: tuple[tuple[str, str], ...]) -> str:
    written = "\n".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{escape(value)}</td></tr>' for label, value in rows
    )
    return f"<table>\n<caption>{escape(caption)}</caption>\n<tbody>\n{written}\n</tbody>\n</table>"
