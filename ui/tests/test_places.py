"""Every procedure that somebody may call has a place on the page, or a stated reason why not."""

import ast
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODEL = json.loads((ROOT / "packaging" / "src" / "approved" / "app.json").read_text(encoding="utf-8"))
DOCUMENT = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")
PLACES = dict(re.findall(r"^\| `([A-Z_]+)` \| (.+) \|$", DOCUMENT, re.MULTILINE))
GRANTED = {each["name"].split(".")[-1] for each in MODEL["procedures"] if each["grantedTo"]}


def test_the_document_knows_every_procedure():
    listed = {name for name in PLACES if name not in {role["name"] for role in MODEL["roles"]}}
    assert listed == GRANTED, "docs/roles.md, Where each procedure is on the page: add or remove the rows that differ"


def test_the_page_calls_what_has_a_place_and_nothing_else():
    placed = {name for name in GRANTED if not PLACES[name].startswith("none: ")}
    assert _called() == placed


def test_the_page_has_what_the_document_calls_it():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui" / "app" / "page").glob("*.py"))
    for place in PLACES.values():
        for part in re.findall(r"(?:Set-up|Repositories|Settings): ([^;]+)", place):
            for label in part.split(", ") if "Use another" not in part else [part]:
                assert label == "the steps" or f'"{label}"' in sources, label


def _called() -> set[str]:
    """The procedures that commands.py names."""
    source = (ROOT / "ui" / "app" / "page" / "commands.py").read_text(encoding="utf-8")
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"call", "full_call"}
    }
