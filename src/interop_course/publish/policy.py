"""The content security policy under which every page of the book works."""

from __future__ import annotations

POLICY = "; ".join(
    (
        "default-src 'none'",
        # WebAssembly is what Python in the page runs on; no other code is made from text.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        # Synthetic prints and photos are part of the stored lessons.
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The strictest policy that the book needs: nothing of another origin, nothing written into a page."""

LAB_POLICY = "; ".join(
    (
        "default-src 'self'",
        # JupyterLab compiles its settings' schemas, and loads modules and style from text.
        "script-src 'self' 'unsafe-eval' 'unsafe-inline' blob: data:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
    )
)
"""For `lab/`, which is JupyterLab: code in the page as Jupyter needs it, and still no other origin."""

LAB = "/lab/"


def policy(path: str) -> str:
    """The policy for a path of the site."""
    return LAB_POLICY if path.startswith(LAB) else POLICY
