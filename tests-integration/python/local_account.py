"""A local account with one repository ingested, started as a person would start it."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from issues import write_issues

ROOT = Path(__file__).resolve().parents[2]
REPOSITORY = "acme/widgets"


class NotStartedError(Exception):
    """`./snowpull up` ended before it reported; the text is what it said."""


@dataclass(frozen=True)
class Account:
    """A running `./snowpull up`: its one JSON document, its process and where its standard error goes."""

    report: dict
    log: Path

    @property
    def connections_file(self) -> Path:
        return Path(self.report["connection_file"])

    @property
    def repository(self) -> dict:
        return self.report["repositories"][0]


@contextmanager
def started(directory: Path, issues: list[dict]) -> Iterator[Account]:
    """Everything it keeps is in the directory; it ends with the block."""
    log = directory / "up.log"
    command = [ROOT / "snowpull", "up", "--json", "--no-ui", "--port", "0", "--data", directory / "data"]
    command += ["--repo", REPOSITORY, "--issues", write_issues(directory / "issues.ndjson", issues)]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True,
            start_new_session=True,
        )  # fmt: skip
        try:
            yield Account(_report(process, log), log)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.communicate(timeout=60)


def _report(process: subprocess.Popen, log: Path) -> dict:
    """The JSON document, which ends as soon as it parses: the process stays up after it."""
    text = ""
    assert process.stdout is not None
    for line in process.stdout:
        text += line
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            continue
    raise NotStartedError(
        f"./snowpull up ended with {process.wait()} before it reported.\n{text}\n{log.read_text(encoding='utf-8')}"
    )
