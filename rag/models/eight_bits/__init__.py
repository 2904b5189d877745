"""Networks whose products are of bytes, on ONNX Runtime."""
