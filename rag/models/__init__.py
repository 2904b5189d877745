"""What computes.

ONNX Runtime writes a number for this device into the home directory, and reports to its maker, unless told not to
before it is imported, by whichever package.
"""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
