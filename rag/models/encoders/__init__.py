"""What runs an embedding model: one file per backend."""
