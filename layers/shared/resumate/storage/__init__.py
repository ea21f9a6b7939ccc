"""PostgreSQL repositories, the bucket, the queue and the secret: everything that outlives an invocation."""
