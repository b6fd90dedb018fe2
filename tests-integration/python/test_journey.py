"""The page in a real browser: what an administrator and a viewer do on it, from nothing to rows and back.

Pictures go to target/screenshots; SNOWPULL_SCREENSHOTS names another directory (docs/images to renew the docs').
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

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
