"""What the installed program innolab runs."""  # noqa: INP001 - a script, not a package

import sys

from innolab_desktop.command import main

sys.exit(main())
