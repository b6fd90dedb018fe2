"""The page in a real browser: what an administrator and a viewer do on it, from nothing to rows and back.

The journeys follow each other: each begins with the application as the one before left it.

Pictures go to target/screenshots; SNOWPULL_SCREENSHOTS names another directory (docs/images to renew the docs').
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

import crowd
import launch
from browser import Visitor, opened, served
from issues import ISSUES, PULL_REQUESTS


@pytest.fixture
def administrator(account, fresh_application, chromium, tmp_path) -> Iterator[Visitor]:
    """At the page of an application that was just installed, or of what the journey before made of it."""
    with (
        served(account.connections_file, fresh_application.name, tmp_path / "page.log") as address,
        opened(chromium, address) as visitor,
    ):
        yield visitor


@pytest.fixture
def revoked_token(account, fresh_application) -> str:
    """A secret that the connector may read, with a token that GitHub does not take."""
    name = "GITHUB_CONNECTOR_SECRETS.PUBLIC.REVOKED_TOKEN"
    with launch.connect(account.connections_file, "local") as administrator:
        for statement in (
            f"CREATE OR REPLACE SECRET {name} TYPE = GENERIC_STRING SECRET_STRING = 'revoked'",
            "ALTER EXTERNAL ACCESS INTEGRATION GITHUB_INTEGRATION SET ALLOWED_AUTHENTICATION_SECRETS = "
            f"(GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN, {name})",
            f"GRANT READ ON SECRET {name} TO APPLICATION {fresh_application.name}",
        ):
            administrator.cursor().execute(statement)
    return name


def test_from_a_fresh_application_to_rows(administrator: Visitor, fresh_application):
    it = administrator
    # The administrator is asked for the privileges at once, then for the warehouse.
    expect(it.dialog).to_contain_text("EXECUTE TASK")
    expect(it.dialog).to_contain_text("CREATE DATABASE")
    it.picture("setup-1-privileges")
    it.dialog.get_by_role("button", name="Grant", exact=True).click()
    expect(it.dialog).to_be_hidden()
    it.press("Choose a warehouse")
    expect(it.dialog.get_by_label("Warehouse")).to_be_visible()
    it.dialog.get_by_role("button", name="Allow", exact=True).click()
    expect(it.dialog).to_be_hidden()
    it.sees("3 of 6 steps done")

    # A mistake is answered in words that say what to do; mending it is enough.
    it.fill("Destination database", "MY_GITHUB")
    it.fill("Secret name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.NO_SUCH_TOKEN")
    it.fill("API base URL (optional)", fresh_application.api_base_url)
    it.press("Configure")
    expect(it.page.get_by_role("alert").filter(has_text="NO_SUCH_TOKEN")).to_be_visible()
    it.picture("setup-2-mistake")
    it.fill("Secret name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN")
    it.press("Configure")
    it.sees("4 of 6 steps done")
    it.press("Test connection")
    it.sees("The connection works.")
    it.sees("5 of 6 steps done")
    it.picture("setup-3-tested")

    it.press("Go to Repositories")
    it.fill("Repositories", "acme/gone")
    it.press("Add")
    expect(it.page.get_by_role("alert").filter(has_text="acme/gone")).to_be_visible()
    it.fill("Repositories", "acme/widgets")
    it.press("Add")
    it.sees(re.compile("added: the first load has started"))
    # The table follows the run by itself.
    it.sees("Up to date 1")
    it.picture("repositories")

    it.section("Data")
    expect(it.metric("Issues")).to_contain_text(str(len(ISSUES) - PULL_REQUESTS))
    expect(it.metric("Pull requests")).to_contain_text(str(PULL_REQUESTS))
    expect(it.page.get_by_text('"repository_url"')).to_be_visible()
    it.picture("data")
    it.section("Monitor")
    expect(it.metric("Rows written")).to_contain_text(str(len(ISSUES)))
    it.picture("monitor")
    it.section("Settings")
    it.picture("settings")


def test_from_a_token_that_fails_to_recovery(administrator: Visitor, revoked_token):
    it = administrator
    it.section("Set-up")
    _use_secret(it, revoked_token)
    it.press("Test connection")
    expect(it.page.get_by_role("alert").filter(has_text="does not accept the token")).to_be_visible()
    it.sees(re.compile("The connection does not work"))
    it.picture("token-1-test")
    it.section("Repositories")
    it.press("Run now")
    it.sees("Failed 1")
    it.section("Monitor")
    it.sees("Token rejected")
    it.sees(re.compile("Way out: .*SECRET_STRING"))
    it.picture("token-2-condition")
    it.section("Set-up")
    _use_secret(it, "GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN")
    it.press("Test connection")
    it.sees("The connection works.")
    it.section("Repositories")
    it.press("Run now")
    it.sees("Up to date 1")
    it.sees(re.compile("All is well"))


def _use_secret(it: Visitor, name: str) -> None:
    it.settle()
    it.page.get_by_text("Use another secret, integration or address").click()
    it.fill("Secret name", name)
    it.press("Change")
    it.sees(re.compile("Connection updated"))


def test_takes_a_repository_away(administrator: Visitor):
    it = administrator
    it.section("Repositories")
    it.press("Disable")
    expect(it.button("Enable")).to_be_visible()
    expect(it.button("Run now")).to_be_disabled()
    it.press("Enable")
    expect(it.button("Run now")).to_be_enabled()
    it.press("Compare")
    it.sees(f"{len(ISSUES)} issues compared: 0 found gone and marked, 0 mended.")
    it.press("Delete")
    expect(it.dialog).to_contain_text("is no longer pulled")
    it.dialog.get_by_text("Drop its table and view as well").click()
    it.picture("delete")
    it.press("Delete now")
    expect(it.dialog).to_be_hidden()
    expect(it.page.get_by_label("Repositories", exact=True)).to_be_visible()
    it.section("Data")
    it.sees(re.compile("No rows yet"))


def test_finds_its_way_among_500_repositories(account, fresh_application, administrator: Visitor):
    crowd.gather(account.connections_file, fresh_application.name, "MY_GITHUB", 500, 2_000, 5_000)
    it = administrator
    it.page.reload()
    it.section("Repositories")
    it.sees("Failed 5")
    it.sees("Waiting for the limit 5")
    it.picture("many")
    it.picture("many-narrow", width=480)
    it.page.get_by_role("button", name="Waiting for the limit 5").click()
    it.sees(re.compile("GitHub's limit is used up"))
    it.picture("waiting")
    it.page.get_by_role("button", name="Waiting for the limit 5").click()
    # With the keyboard alone.
    it.settle()
    it.page.get_by_role("textbox", name="Search").focus()
    it.page.keyboard.type("repository-313")
    it.page.keyboard.press("Enter")
    expect(it.page.get_by_role("alert").filter(has_text="GitHub does not know acme/repository-313")).to_be_visible()
    it.picture("search")
    it.section("Monitor")
    it.sees(re.compile("Repository gone"))
    it.picture("many-monitor")


def test_a_viewer_watches_and_changes_nothing(account, chromium, tmp_path):
    with (
        served(account.connections_file, "GITHUB_CONNECTOR", tmp_path / "page.log", "GITHUB_VIEWER") as address,
        opened(chromium, address) as it,
    ):
        it.sees("Up to date 1")
        expect(it.button("Run now")).to_have_count(0)
        expect(it.page.get_by_text("Add repositories")).to_have_count(0)
        expect(it.page.get_by_role("button", name=re.compile("Data$"))).to_have_count(0)
        it.picture("viewer")
        it.section("Settings")
        expect(it.button("Export")).to_be_visible()
        expect(it.button("Pause")).to_have_count(0)
        it.section("Monitor")
        expect(it.metric("Rows written")).to_contain_text(str(len(ISSUES)))
