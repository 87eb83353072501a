"""Open the lessons in JupyterLab, on this machine only, with the kernel of this environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .checkout import LESSONS, find_checkout
from .errors import PublishError
from .server import HOST, listen

PORT = 8888


def command(root: Path, port: int) -> list[str]:
    """Return the command that starts JupyterLab in the checkout, at the start page of the lessons.

    It asks no other address for anything: no news (switched off by `make setup`), no check for a newer
    version, no list of extensions. Links of the lessons into the book work, since the root is the checkout.
    """
    settings = {
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": False,
        "ServerApp.root_dir": root,
        "ServerApp.log_level": "WARN",
        "LabApp.default_url": f"/lab/tree/{LESSONS.as_posix()}/start.ipynb",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.news_url": None,
        "LabApp.extension_manager": "readonly",
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        settings["ServerApp.allow_root"] = True
    flags = [f"--{name}={value}" for name, value in settings.items()]
    return [sys.executable, "-m", "jupyterlab", *flags]


def open_lab(root: Path | None = None, port: int | str = PORT) -> None:
    """Become JupyterLab. Prints the address; opens no browser.

    Raises:
        NoCheckout: there are no lessons here.
        PortUnusable: the port is taken, not allowed, or no port number.
    """
    root = find_checkout(root)
    with listen(root, port) as probe:
        number = probe.server_port
    arguments = command(root, number)
    print("lab: starting JupyterLab; its address follows (Ctrl-C twice stops it)", flush=True)
    os.chdir(root)
    os.execv(arguments[0], arguments)


if __name__ == "__main__":
    try:
        open_lab(port=sys.argv[1] if len(sys.argv) > 1 else PORT)
    except PublishError as error:
        print(f"lab: {error}", file=sys.stderr)
        sys.exit(2)
