"""What computes.

ONNX Runtime writes a number for this device into the home directory, and reports to its maker, unless this variable is
set before anything imports it. Who sets it otherwise is obeyed.
"""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
