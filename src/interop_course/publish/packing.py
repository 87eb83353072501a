"""Pack wheels and the standard library for a quick start: compiled, and without what no page needs.

Python that reads source compiles it first, and in a browser that takes most of the start. So the same files are
packed as bytecode. This module runs inside Pyodide (`in_browser/pack.mjs` starts it there), since only the browser's
own Python writes bytecode that it can read. Same input, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from importlib.util import MAGIC_NUMBER
from marshal import dumps
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# A terminal, a debugger, servers and clients of a network, databases, tests: a page has no use for them.
STANDARD_LIBRARY = (
    "__hello__*", "__phello__/*", "_ast_unparse*", "_aix*", "_android*", "_apple*", "_ios*", "_markupbase*",
    "_pydatetime*", "_pyio*", "_pyrepl/*", "antigravity*", "argparse*", "asyncio/__main__*", "asyncio/proactor*",
    "asyncio/tools*", "asyncio/windows_*", "bdb*", "cProfile*", "cmd.*", "code.*", "colorsys*", "compileall*",
    "concurrent/futures/process*", "concurrent/interpreters/*", "configparser*", "ctypes/*", "curses/*", "dbm/*",
    "doctest*", "email/mime/*", "encodings/[!_acilpru]*", "encodings/cp[!4]*", "encodings/cp4[!3]*", "encodings/iso*",
    "encodings/p[at]*", "ensurepip/*", "filecmp*", "fileinput*", "ftplib*", "getopt*", "getpass*", "html/*", "http/*",
    "idlelib/*", "imaplib*", "json/tool*", "lib2to3/*", "logging/config*", "logging/handlers*", "mailbox*",
    "mimetypes*", "modulefinder*", "multiprocessing/*", "netrc*", "optparse*", "pdb*", "pickletools*", "plistlib*",
    "poplib*", "profile*", "pstats*", "pty*", "py_compile*", "pyclbr*", "pydoc*", "pyodide/_nodesock*",
    "pyodide/console*", "rlcompleter*", "sched*", "shelve*", "smtplib*", "socketserver*", "sqlite3/*", "statistics*",
    "symtable*", "sysconfig/__main__*", "tabnanny*", "tarfile*", "this.*", "timeit*", "tkinter/*", "tomllib/*",
    "trace.*", "tracemalloc*", "tty*", "turtle*", "unittest/*", "urllib/robotparser*", "venv/*", "wave*",
    "webbrowser*", "wsgiref/*", "xml/*", "xmlrpc/*", "zipapp*",
)  # fmt: skip
"""What is left out of the standard library, as patterns of file names."""

WHEELS = (
    "interop_course/classroom/*", "interop_course/cli/*", "interop_course/publish/*", "interop_course/widgets/*",
    "pydantic/mypy.py", "pydantic/v1/*", "*.pyi", "*/py.typed", "holidays/locale/*", "pydantic*.dist-info/*",
    "annotated_types-*", "typing_*.dist-info/*", "*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/licenses/*",
)  # fmt: skip
"""What is left out of wheels: what stands to the right of the live door, an older interface, notes for tools."""


def pack(target: str, sources: Iterable[str], leave_out: Iterable[str], *, home: str, optimize: int) -> int:
    """Write the files of `sources` (zip files, wheels too) into the zip file `target`; return how many.

    Args:
        target: the zip file to write.
        sources: the zip files to read.
        leave_out: patterns of names inside.
        home: where Python will find the files; it is what a traceback shows.
        optimize: as `python -O`: 2 drops docstrings and asserts, 0 keeps them.
    """
    patterns = tuple(leave_out)
    count = 0
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for source in sources:
            with ZipFile(source) as opened:
                for name in sorted(wanted(opened.namelist(), patterns)):
                    packed.writestr(*_entry(name, opened.read, home, optimize), compresslevel=9)
                    count += 1
    return count


def wanted(names: Iterable[str], leave_out: tuple[str, ...]) -> list[str]:
    """Which of these names stay: files that no pattern matches."""
    files = (name for name in names if not name.endswith("/"))
    return [name for name in files if not any(fnmatchcase(name, pattern) for pattern in leave_out)]


def _entry(name: str, read: Callable[[str], bytes], home: str, optimize: int) -> tuple[ZipInfo, bytes]:
    data = read(name)
    if name.endswith(".py"):
        data = bytecode(data, home + name, optimize)
        name += "c"
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry, data


def bytecode(source: bytes, path: str, optimize: int) -> bytes:
    """The `.pyc` of a source, marked as never to be compared with it."""
    unchecked = (1).to_bytes(4, "little")
    return (
        MAGIC_NUMBER + unchecked + bytes(8) + dumps(compile(source, path, "exec", dont_inherit=True, optimize=optimize))
    )
