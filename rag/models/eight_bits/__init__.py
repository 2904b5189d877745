"""Networks whose products are of bytes, on ONNX Runtime: for processors where OpenVINO gains nothing by that."""
