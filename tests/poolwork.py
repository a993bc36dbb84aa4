"""Work for processes of a pool, in a module that they can import."""

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def die(number: int) -> int:
    os._exit(1)


def hang_at_three(number: int) -> int:
    """Hangs where no signal is looked at."""
    if number == 3:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGTERM})
        time.sleep(100)
    return 2 * number


def refuse_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return 2 * number


def tell_and_wait(folder: str) -> str:
    """Leaves the number of its process in a file, and waits long."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(100)
    return folder
