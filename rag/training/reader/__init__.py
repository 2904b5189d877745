"""Makes the reader's weights; nothing here is needed to use them."""
