"""The whole site as one zip file with its checksum: the same site, the same bytes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The earliest time that a zip file knows: when a file was written says nothing about what it holds.
TIME = (1980, 1, 1, 0, 0, 0)
_FILE = 0o644 << 16
# Compressed already.
_AS_IT_IS = {".gz", ".jpg", ".png", ".whl", ".woff2", ".zip"}
# Sphinx's own notes for its next build.
_LEFT_OUT = {".buildinfo", "objects.inv"}


def archive(folder: Path, target: Path, top: str, extra: dict[str, str] | None = None) -> str:
    """Write the files of `folder` into the zip file `target`, and the checksum beside it.

    Args:
        folder: the built site.
        target: the zip file; `target` with `.sha256` added is its checksum, as `sha256sum --check` reads it.
        top: the folder that unpacking makes.
        extra: texts to add at its top, by file name.

    Returns:
        The checksum in hexadecimal.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    contents = {name: path.read_bytes for name, path in files.items() if path.name not in _LEFT_OUT}
    contents |= {name: text.encode for name, text in (extra or {}).items()}
    with ZipFile(target, "w") as packed:
        for name in sorted(contents):
            entry = ZipInfo(f"{top}/{name}", TIME)
            entry.external_attr = _FILE
            entry.create_system = 3
            entry.compress_type = ZIP_STORED if Path(name).suffix in _AS_IT_IS else ZIP_DEFLATED
            packed.writestr(entry, contents[name](), compresslevel=9)
    digest = sha256(target.read_bytes()).hexdigest()
    Path(f"{target}.sha256").write_text(f"{digest}  {target.name}\n", "utf-8")
    return digest
