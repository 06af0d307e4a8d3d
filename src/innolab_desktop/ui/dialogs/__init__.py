"""Dialogs ask. They open without blocking and tell their answer by signals."""
