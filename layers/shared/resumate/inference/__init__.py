"""The clients of the model endpoints: what `matching` and `letters` need from outside, as they state it.

`embedder` and `language_model` (and `bedrock`, by way of `providers`) are the adapters; the other modules are what
they are made of. Vendor exceptions end here.
"""
