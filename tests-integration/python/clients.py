"""Makes docs/clients.md from tests-integration/clients.toml: `python tests-integration/python/clients.py`."""

import json
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "tests-integration/clients.toml"
PAGE = ROOT / "docs/clients.md"

HEAD = """# Clients that work with the local account

Unmodified clients, at the versions that this repository pins, against the local account. A cell names the test that
shows it, which runs in `./snowpull test`; an empty one says that no test shows it, not that it fails. This page is
made from `tests-integration/clients.toml` by `python tests-integration/python/clients.py`, and a test fails when the
two differ or a named test is gone.

No client needs a flag for its JVM: results are JSON, and Arrow where a client wants it by itself (Python) or is told to
(`ALTER SESSION SET JDBC_QUERY_RESULT_FORMAT = 'ARROW'`, for which the JDBC driver needs
`--add-opens=java.base/java.nio=ALL-UNNAMED`). What was tried here was tried on the local account, not on Snowflake.
"""


def version(where: str) -> str:
    """The pinned version that `pom:file:property`, `lock:file:package` or `npm:file:package` names."""
    kind, file, name = where.split(":")
    text = (ROOT / file).read_text(encoding="utf-8")
    if kind == "npm":
        return json.loads(text)["devDependencies"][name]
    escaped = re.escape(name)
    pattern = rf"<{escaped}>([^<]+)</{escaped}>" if kind == "pom" else rf"^{escaped}==(\S+)"
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{file} does not pin {name}")
    return found[1]


def tests(paths: dict[str, str], client: dict) -> dict[str, tuple[Path, str]]:
    """For each capability of a client the file and the name of the test that shows it."""
    shown = {}
    for capability, test in client["shown"].items():
        place, name = test.split("#")
        folder, file = place.split("/")
        shown[capability] = (Path(paths[folder]) / file, name)
    return shown


def render() -> str:
    data = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    clients = data["client"]
    head = "| | " + " | ".join(f"{client['name']} {version(client['version'])}" for client in clients) + " |"
    lines = [HEAD, head, "|---" * (len(clients) + 1) + "|"]
    links: dict[tuple[Path, str], int] = {}
    for capability, words in data["capabilities"].items():
        cells = []
        for client in clients:
            test = tests(data["paths"], client).get(capability)
            cells.append(f"[yes][{links.setdefault(test, len(links) + 1)}]" if test else "")
        lines.append(f"| {words} | " + " | ".join(cells) + " |")
    lines.append("")
    lines += [f'[{number}]: ../{file} "{name}"' for (file, name), number in links.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
