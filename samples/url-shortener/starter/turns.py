"""Makes threads take turns in the middle of your code, given. You need not change this file.

A forgotten lock usually shows once in a million requests, on a busy night. Here, whenever requests overlap, a thread
offers its turn to the others after every small step of the code in this folder, so that it shows now.
"""

import os
import sys
import threading
import time
from types import FrameType
from typing import Any

FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep
GIVEN = {FOLDER + name for name in ("server.py", "web.py", "turns.py")}
THREADS_WHEN_ALONE = 2
"""The one that listens, and the one that answers."""
PAUSE_SECONDS = 5e-5
"""Long enough for threads to meet on a busy machine, too."""

sys.setswitchinterval(1e-5)


class Turns:
    """While a thread is in here, it offers its turn to the others inside your code."""

    def __enter__(self) -> None:
        sys.settrace(watch)

    def __exit__(self, *problem: object) -> None:
        sys.settrace(None)


def watch(frame: FrameType, event: str, argument: Any) -> Any:
    source = frame.f_code.co_filename
    is_yours = source.startswith(FOLDER) and source not in GIVEN
    if not is_yours or threading.active_count() <= THREADS_WHEN_ALONE:
        return None
    frame.f_trace_lines, frame.f_trace_opcodes = False, True
    return offer_turn


def offer_turn(frame: FrameType, event: str, argument: Any) -> Any:
    if event == "opcode":
        time.sleep(PAUSE_SECONDS)
    return offer_turn
