"""One folder a Lambda function: parse, call one thing, reply."""
