"""InnoLab Desktop: missions, tandem notes and case consultations, encrypted and offline."""

__version__ = "0.1.0"
