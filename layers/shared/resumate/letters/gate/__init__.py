"""The gate: one module a check, each finding explained in a sentence a user understands."""
