"""The laptop home: embedded PostgreSQL, embedded AWS and the model host, and the `resumate` command that runs them.

Nothing here is deployed. The functions never know which home they are in: what a laptop needs beyond the AWS
template (children to watch, ports, a build that is skipped when nothing changed) is all in this package.
"""
