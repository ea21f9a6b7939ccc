"""The use cases: one module each, one public callable of the same name, collaborators as arguments.

Above the pure packages and the adapters, below `wiring`, which hands each use case what it needs.
"""
