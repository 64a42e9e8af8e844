"""Makes threads take turns in the middle of your code, given. You need not change this file.

A forgotten lock usually shows once in a million requests, on a busy night. Here, whenever requests overlap, a thread of
the code in this folder waits a moment before it changes or calls anything, and lets the others look, so that it shows now.
"""

import os
import select
import socket
import sys
import threading
import time
from opcode import opmap
from types import FrameType
from typing import Any

FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep
GIVEN = {FOLDER + name for name in ("server.py", "web.py", "turns.py")}
THREADS_WHEN_ALONE = 2
"""The one that listens, and the one that answers."""
PAUSE_SECONDS = 5e-4
"""Long enough for threads to meet on a busy machine, too."""
MOST_PAUSES_AT_THE_DOOR = 200
SHARED_STEPS = ("CALL", "STORE_ATTR", "STORE_SUBSCR", "STORE_GLOBAL", "DELETE_ATTR", "DELETE_SUBSCR", "DELETE_GLOBAL")
PAUSE_BEFORE = {code for name, code in opmap.items() if name.startswith(SHARED_STEPS)}


class Turns:
    """While a thread is in here, it offers its turn to the others inside your code."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener

    def __enter__(self) -> None:
        for _ in range(MOST_PAUSES_AT_THE_DOOR):
            if not select.select([self.listener], [], [], 0)[0]:
                break
            time.sleep(PAUSE_SECONDS)  # Somebody has arrived as well: set off together.
        if threading.active_count() > THREADS_WHEN_ALONE:
            sys.settrace(watch)

    def __exit__(self, *problem: object) -> None:
        sys.settrace(None)


def watch(frame: FrameType, event: str, argument: Any) -> Any:
    source = frame.f_code.co_filename
    if not source.startswith(FOLDER) or source in GIVEN:
        return None
    frame.f_trace_lines, frame.f_trace_opcodes = False, True
    return offer_turn


def offer_turn(frame: FrameType, event: str, argument: Any) -> Any:
    if event == "opcode" and frame.f_code.co_code[frame.f_lasti] in PAUSE_BEFORE:
        time.sleep(PAUSE_SECONDS)
    return offer_turn
