"""Operators' tools: what works on a deployed stack, on AWS or on this machine."""
