"""Makes the weights of `rag.models.query_adapter`."""
