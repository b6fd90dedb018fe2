"""What each role may do on the page, by what the application grants."""

import json
from pathlib import Path

import pytest

from page import application
from page.rights import Rights

MODEL = Path(__file__).resolve().parents[2] / "packaging" / "src" / "approved" / "app.json"
REMOVING = {"DELETE_RESOURCE", "IMPORT_CONFIGURATION", "PURGE_HISTORY", "RESET", "SET_RETENTION", "UPDATE_CONNECTION"}
READING = {"CONNECTOR_STATUS", "EXPORT_CONFIGURATION", "LIST_RESOURCES", "PREREQUISITES"}


@pytest.fixture(autouse=True)
def model(monkeypatch):
    monkeypatch.setattr(application, "_model", lambda: json.loads(MODEL.read_text(encoding="utf-8")))


def _granted() -> set[str]:
    return {each["name"].split(".")[-1] for each in application._model()["procedures"] if each["grantedTo"]}


def _rights(role: str) -> Rights:
    return Rights(application.inherited(frozenset({role})))


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("APP_ADMIN", lambda name: True),
        ("APP_USER", lambda name: name not in REMOVING),
        ("APP_VIEWER", lambda name: name in READING),
        ("DATA_READER", lambda name: False),
    ],
)
def test_each_role_may_call_what_it_was_granted(role, allowed):
    for name in _granted():
        assert _rights(role).may(name) == allowed(name), name


def test_only_who_reads_issues_sees_them():
    assert [_rights(role).reads_issues for role in application.roles()] == [True, True, False, True]


def test_only_who_binds_references_is_asked_for_a_warehouse():
    assert [_rights(role).lends for role in application.roles()] == [True, True, False, False]


def test_every_page_names_a_role_that_it_is_granted_to():
    for streamlit in application._model()["streamlits"]:
        source = Path(__file__).resolve().parents[1] / "app" / streamlit["mainFile"].lstrip("/")
        assert f'shell.main("{streamlit["grantedTo"][0]}"' in source.read_text(encoding="utf-8")
