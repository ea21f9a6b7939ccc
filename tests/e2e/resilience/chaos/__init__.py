"""A stack on which everything goes wrong at random times, and what must hold of it all the same.

`people` use it the way programs do that meet failures: they ask again with the same request id. `faults` breaks
processes, connections and messages. `invariants` looks at the sockets, the database, the queue, the bucket and the
processes afterwards. `world` puts the three together; `python -m tests.e2e.resilience.chaos` (`make chaos`) is its command.
The seed decides who asks for what and what breaks when; the machine decides what is hit.
"""
