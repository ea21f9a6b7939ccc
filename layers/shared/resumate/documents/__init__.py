"""Documents: the bytes of an upload become lines, sections, entries, chunks and a report (`read`, in a child by `cage`)."""
