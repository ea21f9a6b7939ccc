"""From evidence to a verified letter: prompt, drafts, the gate, the finished text. Pure."""
