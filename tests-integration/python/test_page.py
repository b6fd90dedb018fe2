"""The page on real Streamlit, without a browser: what it shows and what it refuses."""

from pathlib import Path

import pytest
from snowflake import permissions
from streamlit.testing.v1 import AppTest

import installed_page
import launch
from administration import Administration
from issues import ISSUES, OPEN, PULL_REQUESTS

TIMEOUT = 60


@pytest.fixture
def page(account, monkeypatch):
    """Opens the page of an application by name; its session and its pop-ups end with the test."""
    opened = []

    def open_page(application: str) -> AppTest:
        administrator = launch.connect(account.connections_file, "local")
        installed = installed_page.find(administrator, application)
        permissions.serve(Administration(administrator, application, installed.manifest))
        # As the page is served: its modules are the installed ones, with the model beside them.
        monkeypatch.syspath_prepend(installed.main_file.parent)
        acting = launch.connect(account.connections_file, "local", application, installed.schema)
        opened.extend([launch.application_session(acting, application), administrator])
        return AppTest.from_file(str(installed.main_file), default_timeout=TIMEOUT).run()

    yield open_page
    for each in opened:
        each.close()


def test_shows_what_is_configured_running_and_ingested(page):
    shown = page("GITHUB_CONNECTOR")
    assert not shown.exception
    assert [tab.label for tab in shown.tabs] == ["Configuration", "State", "Data preview", "Raw preview"]
    configuration, state, flattened, raw = shown.tabs
    assert configuration.success[0].value == "Connector provisioned."
    assert configuration.dataframe[0].value["Repository"].tolist() == ["acme/widgets"]
    assert state.dataframe[0].value[["Repository", "State", "Rows"]].values.tolist() == [
        ["acme/widgets", "Done", len(ISSUES)]
    ]
    assert {metric.label: metric.value for metric in flattened.metric} == {
        "Issues": str(len(ISSUES) - PULL_REQUESTS),
        "Pull requests": str(PULL_REQUESTS),
        "Open": str(OPEN),
    }
    newest = [issue["number"] for issue in reversed(ISSUES)][:10]
    assert flattened.dataframe[0].value["NUMBER"].astype(int).tolist() == newest
    assert raw.dataframe[0].value["ID"].astype(int).tolist() == [5_000_000_000 + number for number in newest]


def test_manages_a_repository(page):
    shown = page("GITHUB_CONNECTOR")
    assert "acme/widgets" in _press(shown, "Disable").success[-1].value
    shown.run()
    assert _button(shown, "Run now").disabled
    assert shown.tabs[0].dataframe[0].value["Status"].tolist() == ["Disabled"]
    _press(shown, "Resume").run()
    assert not _button(shown, "Run now").disabled
    compared = f"{len(ISSUES)} issues compared: 0 found gone and marked, 0 mended."
    assert compared in [success.value for success in _press(shown, "Compare with GitHub").success]
    shown.run()
    _input(shown, "When it runs").set_value("whenever")
    assert "whenever" in _press(shown, "Set").error[-1].value
    shown.run()
    assert any("no longer pulled" in text.value for text in _press(shown, "Delete").markdown)
    assert not shown.exception


def test_runs_the_files_that_are_in_the_source_tree(account, page):
    with launch.connect(account.connections_file, "local") as administrator:
        installed = installed_page.find(administrator, "GITHUB_CONNECTOR").main_file.parent
    source = Path(__file__).resolve().parents[2] / "ui" / "app"
    for path in (*source.rglob("*.py"), source / "environment.yml"):
        assert (installed / path.relative_to(source)).read_bytes() == path.read_bytes()


def test_a_fresh_application_says_what_is_missing(page, fresh_application):
    shown = page(fresh_application.name)
    assert not shown.exception
    text = " ".join(element.value for element in shown.markdown)
    for needed in ("CREATE DATABASE on the account", "EXECUTE TASK on the account", "A warehouse to ingest with"):
        assert needed in text
    assert _button(shown, "Configure").disabled
    assert _button(shown, "Start ingestion").disabled
    assert permissions.get_missing_account_privileges(["EXECUTE TASK"]) == ["EXECUTE TASK"]
    assert permissions.get_reference_associations("warehouse_reference") == []


@pytest.mark.parametrize(
    ("owner", "name", "complaint"),
    [
        ("", "widgets", "organisation"),
        ("acme", "", "repository"),
        ("a/b", "c", "organisation"),
        ("a", "b?", "repository"),
    ],
)
def test_refuses_what_is_no_repository(page, owner, name, complaint):
    shown = page("GITHUB_CONNECTOR")
    _input(shown, "Organisation name").set_value(owner)
    _input(shown, "Repository name").set_value(name)
    _button(shown, "Start ingestion").click().run()
    assert complaint in shown.error[0].value


def test_shows_the_connectors_own_words_for_a_repository_that_is_not_there(page):
    shown = page("GITHUB_CONNECTOR")
    _input(shown, "Organisation name").set_value("acme")
    _input(shown, "Repository name").set_value("gone")
    _button(shown, "Start ingestion").click().run()
    assert not shown.exception
    assert "acme/gone" in " ".join(error.value for error in shown.error)


def _press(shown: AppTest, label: str) -> AppTest:
    """What was shown before stays in the tree where the page begins anew; run() once more clears it."""
    return _button(shown, label).click().run()


def _button(shown: AppTest, label: str):
    return next(button for button in shown.button if button.label == label)


def _input(shown: AppTest, label: str):
    return next(field for field in shown.text_input if field.label == label)
