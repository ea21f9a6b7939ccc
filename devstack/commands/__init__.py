"""The subcommands of `resumate`, one module each: `add_to` describes its arguments, `run` does it."""
