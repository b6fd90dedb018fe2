"""The page on real Streamlit, without a browser: what it shows and what it refuses."""

import json
from pathlib import Path

import pytest
from snowflake import permissions
from streamlit.testing.v1 import AppTest

import installed_page
import launch
from administration import Administration
from issues import ISSUES, OPEN, PULL_REQUESTS

TIMEOUT = 60
SECTIONS = ["Set-up", "Repositories", "Monitor", "Data", "Settings"]
CHANGING = {"Add", "Run now", "Disable", "Enable", "Compare", "Reload", "Delete", "Pause", "Recover", "Reset", "Import"}


@pytest.fixture
def page(account, monkeypatch):
    """Opens a page of an application by name; its session and its pop-ups end with the test."""
    opened = []

    def open_page(application: str, section: str, streamlit: str | None = None) -> AppTest:
        administrator = launch.connect(account.connections_file, "local")
        installed = installed_page.find(administrator, application, streamlit)
        permissions.serve(Administration(administrator, application, installed.manifest))
        # As the page is served: its modules are the installed ones, with the model beside them.
        monkeypatch.syspath_prepend(installed.main_file.parent)
        acting = launch.connect(account.connections_file, "local", application, installed.schema)
        opened.extend([launch.application_session(acting, application), administrator])
        shown = AppTest.from_file(str(installed.main_file), default_timeout=TIMEOUT)
        shown.session_state["section"] = section
        return shown.run()

    yield open_page
    for each in opened:
        each.close()


@pytest.mark.parametrize("section", SECTIONS)
def test_shows_each_section_of_a_connector_that_works(page, section):
    shown = page("GITHUB_CONNECTOR", section)
    assert not shown.exception
    assert not shown.error
    assert "All is well" in _text(shown)


def test_shows_what_is_set_up(page):
    shown = page("GITHUB_CONNECTOR", "Set-up")
    text = _text(shown)
    for done in ("Privilege to run tasks", "A warehouse", "First repository"):
        assert f":material/check_circle:] **{done}**" in text
    shown = _run(_press(shown, "Test connection"))
    assert "requests left" in _text(shown)


def test_says_why_the_connection_cannot_read_a_repository(page):
    shown = page("GITHUB_CONNECTOR", "Set-up")
    _input(shown, "Repository to try (optional)").set_value("acme/gone")
    shown = _run(_press(shown, "Test connection"))
    assert "acme/gone" in _errors(shown)
    # Tested again without it, the connection is as it was.
    _input(shown, "Repository to try (optional)").set_value("")
    assert not _run(_press(shown, "Test connection")).error


def test_lists_repositories_and_searches_them(page):
    shown = page("GITHUB_CONNECTOR", "Repositories")
    listed = shown.dataframe[0].value
    assert listed[["Repository", "State", "Rows"]].values.tolist() == [["acme/widgets", "Up to date", len(ISSUES)]]
    assert listed["Next run"].notna().all()
    _input(shown, "Search").set_value("nothing like that")
    _run(shown)
    assert "No repository is like that" in shown.info[0].value
    _input(shown, "Search").set_value("WIDG")
    _run(shown)
    assert shown.dataframe[0].value["Repository"].tolist() == ["acme/widgets"]


def test_manages_a_repository(page):
    shown = page("GITHUB_CONNECTOR", "Repositories")
    assert "acme/widgets" in _press(shown, "Disable").success[-1].value
    _run(shown)
    assert _button(shown, "Run now").disabled
    assert shown.dataframe[0].value["State"].tolist() == ["Disabled"]
    _run(_press(shown, "Enable"))
    assert not _button(shown, "Run now").disabled
    compared = f"{len(ISSUES)} issues compared: 0 found gone and marked, 0 mended."
    assert compared in [success.value for success in _press(shown, "Compare").success]
    _run(shown)
    _input(shown, "When it runs").set_value("whenever")
    assert "whenever" in _press(shown, "Set").error[-1].value
    _run(shown)
    assert any("no longer pulled" in text.value for text in _press(shown, "Delete").markdown)
    assert not shown.exception


def test_checks_repositories_before_it_adds_them(page):
    shown = page("GITHUB_CONNECTOR", "Repositories")
    assert "Name at least one repository" in _press(shown, "Add").error[0].value
    shown.text_area[0].set_value("https://github.com/acme/widgets")
    assert "Nothing would be added" in _press(shown, "Check first").info[0].value
    shown.text_area[0].set_value("acme/widgets, acme/gone")
    assert "acme/gone" in _errors(_press(shown, "Add"))
    _run(shown)
    assert shown.dataframe[0].value["Repository"].tolist() == ["acme/widgets"]


def test_shows_the_runs(page):
    shown = page("GITHUB_CONNECTOR", "Monitor")
    assert int(_metric(shown, "Runs").replace(",", "")) >= 1
    assert "acme/widgets" in shown.dataframe[0].value["RESOURCE"].tolist()
    next(box for box in shown.checkbox if box.label == "Failed ones only").check()
    _run(shown)
    assert "No run is like that" in shown.info[0].value


def test_shows_and_filters_the_issues(page):
    shown = page("GITHUB_CONNECTOR", "Data")
    assert {name: _metric(shown, name) for name in ("Issues", "Pull requests", "Open", "Closed")} == {
        "Issues": str(len(ISSUES) - PULL_REQUESTS),
        "Pull requests": str(PULL_REQUESTS),
        "Open": str(OPEN),
        "Closed": str(len(ISSUES) - OPEN),
    }
    newest = [issue["number"] for issue in reversed(ISSUES)][:100]
    assert _numbers(shown) == newest
    assert json.loads(shown.json[0].value)["number"] == newest[0]
    _input(shown, "Title").set_value("SMART")
    _run(shown)
    assert _numbers(shown) == _expected(lambda issue: "smart" in issue["title"])
    _input(shown, "Title").set_value("")
    next(box for box in shown.selectbox if box.label == "Label").set_value("bug")
    _run(shown)
    assert _numbers(shown) == _expected(lambda issue: issue["labels"])
    _pills(shown, "State").set_value(["closed"])
    _run(shown)
    assert "No issue is like that" in shown.info[0].value
    next(box for box in shown.selectbox if box.label == "Label").set_value(None)
    _run(shown)
    _pills(shown, "Kind").set_value(["pull request"])
    _run(shown)
    assert _numbers(shown) == _expected(lambda issue: issue["state"] == "closed" and "pull_request" in issue)


def test_pauses_the_connector_and_resumes_it(page):
    shown = page("GITHUB_CONNECTOR", "Settings")
    shown = _run(_press(shown, "Pause"))
    assert "Paused" in _text(shown)
    shown.session_state["section"] = "Repositories"
    assert _run(shown).dataframe[0].value["State"].tolist() == ["Paused"]
    assert _button(shown, "Run now").disabled
    shown.session_state["section"] = "Settings"
    assert "All is well" in _text(_run(_press(_run(shown), "Resume")))


def test_sets_one_schedule_and_keeps_the_configuration(page):
    shown = page("GITHUB_CONNECTOR", "Settings")
    _input(shown, "One schedule for all").set_value("2 hours")
    shown = _run(_press(shown, "Set for all"))
    assert "120 MINUTES" in _text(shown)
    _press(shown, "Export")
    exported = next(code.value for code in shown.code if code.language == "json")
    assert json.loads(exported)["resources"][0]["schedule"] == "120 MINUTES"
    next(area for area in shown.text_area if area.label == "Import").set_value('{"format": 0}')
    assert "format 0" in _errors(_press(shown, "Import"))
    _run(shown)
    next(area for area in shown.text_area if area.label == "Import").set_value(
        exported.replace("120 MINUTES", "1 hour")
    )
    assert "1 enabled, 0 disabled" in _press(shown, "Import").success[-1].value
    assert "60 MINUTES" in _text(_run(shown))


def test_recovers_and_forgets_history(page):
    shown = page("GITHUB_CONNECTOR", "Settings")
    assert "No run was left. 1 schedules run." in _press(shown, "Recover").success[-1].value
    assert "rows of history forgotten" in _press(_run(shown), "Keep history").success[-1].value
    assert _button(_press(_run(shown), "Reset"), "Reset now").disabled


@pytest.mark.parametrize("section", ["Set-up", "Repositories", "Monitor", "Settings"])
def test_a_viewer_sees_nothing_that_changes_anything(page, section):
    shown = page("GITHUB_CONNECTOR", section, "GITHUB_VIEWER")
    assert not shown.exception
    assert not shown.error
    assert not {button.label for button in shown.button} & CHANGING
    assert {form.label for form in shown.text_input} <= {"Search"}


def test_a_viewer_sees_no_issue(page):
    shown = page("GITHUB_CONNECTOR", "Data", "GITHUB_VIEWER")
    assert not shown.json
    assert "Up to date" in shown.dataframe[0].value["State"].tolist()


def test_runs_the_files_that_are_in_the_source_tree(account, page):
    with launch.connect(account.connections_file, "local") as administrator:
        installed = installed_page.find(administrator, "GITHUB_CONNECTOR").main_file.parent
    source = Path(__file__).resolve().parents[2] / "ui" / "app"
    for path in (*source.rglob("*.py"), source / "environment.yml"):
        assert (installed / path.relative_to(source)).read_bytes() == path.read_bytes()


def test_a_fresh_application_says_what_is_missing(page, fresh_application):
    shown = page(fresh_application.name, "Set-up")
    assert not shown.exception
    text = _text(shown)
    for needed in ("Privilege to run tasks", "Privilege to create a database", "A warehouse"):
        assert f":material/radio_button_unchecked:] **{needed}**" in text
    assert "Not set up yet" in text
    assert _button(shown, "Configure").disabled
    assert permissions.get_missing_account_privileges(["EXECUTE TASK"]) == ["EXECUTE TASK"]
    assert permissions.get_reference_associations("warehouse_reference") == []


@pytest.mark.parametrize("section", ["Repositories", "Data", "Settings"])
def test_a_fresh_application_says_what_to_do_next(page, fresh_application, section):
    shown = page(fresh_application.name, section)
    assert not shown.exception
    assert shown.info


def _run(shown: AppTest) -> AppTest:
    """Streamlit's tester takes a single choice for a list of letters, unless it is told again as a list."""
    for group in shown.button_group:
        if not isinstance(group.value, list):
            group.set_value([group.value] if group.value else [])
    return shown.run()


def _press(shown: AppTest, label: str) -> AppTest:
    """What was shown before stays in the tree where the page begins anew; _run once more clears it."""
    _button(shown, label).click()
    return _run(shown)


def _button(shown: AppTest, label: str):
    return next(button for button in shown.button if button.label == label)


def _input(shown: AppTest, label: str):
    return next(field for field in shown.text_input if field.label == label)


def _pills(shown: AppTest, label: str):
    return next(group for group in shown.button_group if group.label == label)


def _metric(shown: AppTest, label: str) -> str:
    return next(metric.value for metric in shown.metric if metric.label == label)


def _text(shown: AppTest) -> str:
    return " ".join(element.value for element in shown.markdown)


def _errors(shown: AppTest) -> str:
    return " ".join(error.value for error in shown.error)


def _numbers(shown: AppTest) -> list[int]:
    return shown.dataframe[0].value["NUMBER"].astype(int).tolist()


def _expected(wanted) -> list[int]:
    return [issue["number"] for issue in reversed(ISSUES) if wanted(issue)][:100]
