"""OpenVINO without its reports home.

Importing openvino, and converting a model, report the fact to its maker's analytics unless a person opted out in a
file; CI machines are exempt, others are not. Hiding the reporting package makes openvino take the silent stand-in that
it ships for installations without it. Import openvino from here and nowhere else.
"""

import sys

sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # Python's way to say: not to be found
import openvino  # noqa: E402

__all__ = ["openvino"]
