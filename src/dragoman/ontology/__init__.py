"""Versioned data: PLOVER, states, bodies, groups, persons and their offices, places; and their look-ups."""
