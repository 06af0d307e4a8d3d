"""What the installed program innolab-desktop runs."""  # noqa: INP001 - a script, not a package

import sys

from innolab_desktop.__main__ import main

sys.exit(main())
