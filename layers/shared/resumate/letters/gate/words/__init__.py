"""The words that the checks of the gate know, as data."""
