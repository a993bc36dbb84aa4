"""The pool: order, bounds, and what happens when a process dies, hangs, or loses its parent."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest
from poolwork import die, die_at_three, double, hang_at_three, refuse_three, tell_and_wait

from dragoman.errors import DragomanError
from dragoman.pool import in_order


def lost(number: int) -> int:
    return -number


def test_answers_come_in_order_and_few_items_are_taken_ahead() -> None:
    taken = 0

    def numbers() -> Iterator[int]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield number

    for place, answer in enumerate(in_order(double, numbers(), 2, 30, lost)):
        assert answer == 2 * place
        assert taken <= place + 33
    assert taken == 200


def test_nothing_to_do() -> None:
    assert list(in_order(double, [], 2, 30, lost)) == []


def test_a_process_that_dies_costs_its_item_only() -> None:
    assert list(in_order(die_at_three, range(40), 2, 30, lost)) == [-3 if i == 3 else 2 * i for i in range(40)]


def test_a_process_that_hangs_is_ended() -> None:
    started = time.monotonic()
    assert list(in_order(hang_at_three, range(5), 2, 0.5, lost)) == [0, 2, 4, -3, 8]
    assert time.monotonic() - started < 20


def test_processes_that_die_whatever_they_do_are_an_error() -> None:
    with pytest.raises(DragomanError, match="--workers 1"):
        list(in_order(die, range(10), 2, 30, lost))


@pytest.mark.parametrize("victim", [0, 1])
def test_a_process_that_dies_when_all_is_done_keeps_nobody_waiting(victim: int) -> None:
    """It may die with a lock of the queue, for which the other then waits in vain."""
    for _ in range(3):
        answers = in_order(double, range(6), 2, 30, lost)
        assert [next(answers) for _ in range(6)] == [0, 2, 4, 6, 8, 10]
        processes = sorted(active_children(), key=lambda process: process.pid or 0)
        processes[victim % len(processes)].kill()
        assert list(answers) == []
        assert active_children() == []


def test_an_exception_of_the_work_comes_out() -> None:
    answers = in_order(refuse_three, range(10), 2, 30, lost)
    assert [next(answers) for _ in range(3)] == [0, 2, 4]
    with pytest.raises(ValueError, match="three"):
        next(answers)


def test_closed_early_it_ends_its_processes(tmp_path: Path) -> None:
    folders = iter([str(tmp_path)] * 2)
    with closing(in_order(tell_and_wait, _then_fail(folders, tmp_path), 2, 60, str)) as answers:  # type: ignore[type-var]
        with pytest.raises(InterruptedError):
            next(answers)
    assert _all_ended(tmp_path)


def _then_fail(folders: Iterator[str], folder: Path) -> Iterator[str]:
    """Folders, and then, as soon as the processes are at work, an exception as Ctrl-C would be."""
    yield from folders
    _wait_for_processes(folder)
    raise InterruptedError


def test_a_script_that_uses_the_pool_needs_no_main_guard(tmp_path: Path) -> None:
    """A process must not run its caller's script again, which would start others."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from dragoman.pool import in_order\n"
        "from poolwork import double\n"
        "print('once', list(in_order(double, range(4), 2, 60, str)))"
    )
    (tmp_path / "script.py").write_text(script, encoding="utf8")
    arguments = [sys.executable, str(tmp_path / "script.py"), str(Path(__file__).parent)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr, done.returncode) == ("once [0, 2, 4, 6]\n", "", 0)


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from dragoman.pool import in_order\n"
        "from poolwork import tell_and_wait\n"
        "list(in_order(tell_and_wait, [sys.argv[2]] * 2, 2, 60, str))"
    )
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf8")
    (tmp_path / "numbers").mkdir()
    arguments = [sys.executable, str(path), str(Path(__file__).parent), str(tmp_path / "numbers")]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as parent:
        _wait_for_processes(tmp_path / "numbers")
        parent.kill()
        parent.wait()
        assert _all_ended(tmp_path / "numbers")


def _wait_for_processes(folder: Path) -> None:
    deadline = time.monotonic() + 20
    while len(list(folder.iterdir())) < 2:
        assert time.monotonic() < deadline, "the processes don't start"
        time.sleep(0.02)


def _all_ended(folder: Path) -> bool:
    numbers = [int(path.name) for path in folder.iterdir()]
    deadline = time.monotonic() + 10
    while running := [number for number in numbers if _runs(number)]:
        if time.monotonic() > deadline:
            return not running
        time.sleep(0.02)
    return len(numbers) == 2


def _runs(number: int) -> bool:
    """Whether a process is there and not only waiting to be asked for its status."""
    status = Path(f"/proc/{number}/stat")
    if Path("/proc/self/stat").exists():
        return status.exists() and status.read_text(encoding="utf8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
