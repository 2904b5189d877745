"""What starting a command brings along."""

import subprocess
import sys


def test_commands_that_need_no_database_do_not_load_one() -> None:
    script = "import sys, rag.cli.main; print('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "False\n"
