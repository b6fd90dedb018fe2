"""The page in a real browser: from a fresh application to rows on the screen.

Screenshots go to target/screenshots; SNOWPULL_SCREENSHOTS names another directory (docs/images to renew the docs').
"""

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from issues import ISSUES, PULL_REQUESTS

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = Path(os.environ.get("SNOWPULL_SCREENSHOTS") or ROOT / "target" / "screenshots")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60_000


@pytest.fixture
def address(account, fresh_application, tmp_path):
    """Serves the fresh application's page as `./snowpull up` serves the installed one's."""
    port = _free_port()
    command = [ROOT / "ui" / "start", "--connections-file", account.connections_file]
    command += ["--application", fresh_application.name, "--port", str(port)]
    log = tmp_path / "page.log"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True, bufsize=1
        )
        try:
            # Streamlit prints its address once it answers there.
            assert any("URL:" in line for line in process.stdout), log.read_text(encoding="utf-8")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=30)


@pytest.fixture
def browser_page(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield page
        browser.close()


def test_from_a_fresh_application_to_rows(address, browser_page: Page, fresh_application):
    page = browser_page
    page.goto(address)

    # The administrator is asked for the privileges at once, then for the warehouse.
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("EXECUTE TASK")
    expect(dialog).to_contain_text("CREATE DATABASE")
    _picture(page, "page-1-privileges")
    dialog.get_by_role("button", name="Grant", exact=True).click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Choose a warehouse").click()
    expect(dialog.get_by_label("Warehouse")).to_be_visible()
    dialog.get_by_role("button", name="Allow", exact=True).click()
    expect(page.get_by_text("Permissions", exact=True)).to_be_hidden()

    # A mistake is answered in words that say what to do; mending it is enough.
    _fill(page, "Destination database", "MY_GITHUB")
    _fill(page, "Secret name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.NO_SUCH_TOKEN")
    _fill(page, "External access integration name", "GITHUB_INTEGRATION")
    _fill(page, "API base URL (optional)", fresh_application.api_base_url)
    page.get_by_role("button", name="Configure").click()
    expect(page.get_by_role("alert").filter(has_text="NO_SUCH_TOKEN")).to_be_visible()
    _picture(page, "page-2-mistake")
    _fill(page, "Secret name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN")
    page.get_by_role("button", name="Configure").click()
    expect(page.get_by_text("Connector provisioned.", exact=True)).to_be_visible()

    _fill(page, "Organisation name", "acme")
    _fill(page, "Repository name", "widgets")
    page.get_by_role("button", name="Start ingestion").click()
    expect(page.get_by_text(re.compile("acme/widgets enabled"))).to_be_visible()
    _picture(page, "page-3-configuration")

    # The table follows the run by itself.
    page.get_by_role("tab", name="State").click()
    expect(page.get_by_text("1 Done", exact=True)).to_be_visible()
    _picture(page, "page-4-state")

    page.get_by_role("tab", name="Data preview").click()
    expect(_metric(page, "Issues")).to_contain_text(str(len(ISSUES) - PULL_REQUESTS))
    expect(_metric(page, "Pull requests")).to_contain_text(str(PULL_REQUESTS))
    _picture(page, "page-5-data")

    page.get_by_role("tab", name="Raw preview").click()
    expect(page.get_by_text('"repository_url"')).to_be_visible()
    _picture(page, "page-6-raw")

    # Paused, resumed, and taken away with its data: the page is back where it began.
    page.get_by_role("tab", name="State").click()
    _press(page, "Disable")
    expect(_button(page, "Resume")).to_be_visible()
    expect(_button(page, "Run now")).to_be_disabled()
    _press(page, "Resume")
    expect(_button(page, "Run now")).to_be_enabled()
    _press(page, "Compare with GitHub")
    expect(page.get_by_text(f"{len(ISSUES)} issues compared: 0 found gone and marked, 0 mended.")).to_be_visible()
    _press(page, "Delete")
    expect(dialog).to_contain_text("is no longer pulled")
    dialog.get_by_text("Drop its table and view as well").click()
    _picture(page, "page-7-delete")
    _press(page, "Delete now")
    expect(page.get_by_text("Nothing has run yet. Enable a repository in Configuration.")).to_be_visible()


def _button(page: Page, label: str):
    """Its icon is a part of its name. While the page begins anew, what it was before stays above what it is."""
    return page.get_by_role("button", name=re.compile(f"{label}$")).last


def _press(page: Page, label: str) -> None:
    _settle(page)
    _button(page, label).click()


def _settle(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def _fill(page: Page, label: str, value: str) -> None:
    """Waits for a script run to end first: until then elements of the run before may be there still."""
    _settle(page)
    page.get_by_label(label, exact=True).fill(value)


def _metric(page: Page, label: str):
    tab = page.get_by_role("tabpanel").filter(visible=True)
    return tab.get_by_test_id("stMetric").filter(has_text=label)


def _picture(page: Page, name: str) -> None:
    """Waits for the page to stand still first: no script run, no font on its way, no animation."""
    expect(page.get_by_test_id("stStatusWidget")).to_be_hidden()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.evaluate("document.fonts.ready")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
