"""docs/clients.md says what the tests show."""

import re
import tomllib

import clients


def test_the_page_is_made_from_the_list():
    assert clients.PAGE.read_text(encoding="utf-8") == clients.render(), "run tests-integration/python/clients.py"


def test_each_named_test_exists():
    data = tomllib.loads(clients.SOURCE.read_text(encoding="utf-8"))
    missing = []
    for client in data["client"]:
        for file, name in clients.tests(data["paths"], client).values():
            text = (clients.ROOT / file).read_text(encoding="utf-8")
            declared = rf"(void|def) {re.escape(name)}\(|test\(\"{re.escape(name)}\""
            if not re.search(declared, text):
                missing.append(f"{file}#{name}")
    assert missing == []


def test_every_capability_is_known_and_shown():
    data = tomllib.loads(clients.SOURCE.read_text(encoding="utf-8"))
    shown = {capability for client in data["client"] for capability in client["shown"]}
    assert shown == set(data["capabilities"])
