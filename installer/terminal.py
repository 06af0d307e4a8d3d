"""What the installed program innolab runs."""  # noqa: INP001 - a script, not a package

import sys

if sys.argv[1:] == ["--read-form"]:  # it reads one filled form for the window, and knows no vault
    from innolab_desktop.reports.fillable import extraction

    sys.exit(extraction.main())

from innolab_desktop.command import main

sys.exit(main())
