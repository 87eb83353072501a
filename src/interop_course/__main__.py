"""`python -m interop_course` is the command `interop-course`."""

import sys

from .cli import main

sys.exit(main())
