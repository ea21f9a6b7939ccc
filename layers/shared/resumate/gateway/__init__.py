"""The socket: message types, reading frames, the entrypoint of functions, the authorizer, pushing to connections."""
