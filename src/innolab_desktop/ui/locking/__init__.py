"""When the vault is locked by itself: idle time, the screen, suspend."""
