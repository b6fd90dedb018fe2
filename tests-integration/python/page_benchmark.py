"""How long a person waits for the page: `./snowpull bench page` prints a Markdown table.

A visit opens the page in a browser of its own, looks at each section for the first time, and does what people do there.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import streamlit
from playwright.sync_api import Browser, expect, sync_playwright

import crowd
import local_account
from browser import FLAGS, PATIENCE, SIZE, Visitor, served
from issues import ISSUES

REPOSITORIES = 500
# The issues of the one repository, so many times in each table: a million in all.
COPIES = 8
RUNS = 24_000
VISITS = 7
DATABASE = "GITHUB"
APPLICATION = "GITHUB_CONNECTOR"


def main(chromium: str) -> None:
    with tempfile.TemporaryDirectory() as folder, local_account.started(Path(folder), ISSUES) as account:
        sys.stderr.write(f"snowpull: filling {REPOSITORIES} repositories\n")
        rows = COPIES * len(ISSUES)
        crowd.fill(account.connections_file, APPLICATION, DATABASE, REPOSITORIES, COPIES)
        crowd.gather(account.connections_file, APPLICATION, DATABASE, REPOSITORIES, rows, RUNS)
        with served(account.connections_file, APPLICATION, Path(folder) / "page.log") as address:
            sys.stdout.write(_table(_measured(chromium, address), REPOSITORIES * rows))


def _measured(chromium: str, address: str) -> dict[str, list[float]]:
    """Seconds of each step, by its name, without those of the first visit, which loads the page's modules."""
    expect.set_options(timeout=PATIENCE)
    measured: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for number in range(VISITS + 1):
            seconds = _visit(browser, address)
            if number:
                for name, taken in seconds.items():
                    measured.setdefault(name, []).append(taken)
        browser.close()
    return measured


def _visit(browser: Browser, address: str) -> dict[str, float]:
    page = browser.new_page(viewport=SIZE)
    page.set_default_timeout(PATIENCE)
    it = Visitor(page)
    taken: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object], seen) -> None:
        begin = time.perf_counter()
        act()
        expect(seen).to_be_visible()
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        taken[name] = time.perf_counter() - begin
        it.settle()

    worksheet = page.get_by_text("The same in a worksheet")
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    failed = page.get_by_role("button", name="Failed 5")
    timed("opening the page, on Repositories", lambda: page.goto(address), it.button("Reload"))
    expect(table).to_be_visible()
    timed("searching a repository", lambda: _search(it, "repository-499"), _managed(it, "acme/repository-499"))
    _search(it, "")
    it.settle()
    timed("those that failed", failed.click, _managed(it, "acme/repository-013"))
    for name, seen in (
        ("Set-up", page.get_by_text("What an account administrator prepares")),
        ("Monitor", worksheet),
        ("Data", page.get_by_text("As GitHub sent it")),
        ("Settings", page.get_by_text("Days to keep")),
    ):
        timed(f"first look at {name}", lambda name=name: it.click_section(name), seen)
    it.section("Monitor")
    timed("seven days instead of one", it.button("7 days").click, page.get_by_text("Rows written in 7 days"))
    it.section("Data")
    closed = page.get_by_role("button", name="closed")
    timed("closed issues only", closed.click, page.get_by_text("that are closed"))
    timed("Repositories again", lambda: it.click_section("Repositories"), it.button("Reload"))
    page.close()
    return taken


def _search(it: Visitor, text: str) -> None:
    it.page.get_by_role("textbox", name="Search").fill(text)
    it.page.keyboard.press("Enter")


def _managed(it: Visitor, name: str):
    return it.page.get_by_test_id("stSelectbox").get_by_text(name, exact=True)


def _table(measured: dict[str, list[float]], issues: int) -> str:
    steps = [
        f"| {name} | {statistics.median(taken) * 1000:,.0f} ms | {max(taken) * 1000:,.0f} ms |"
        for name, taken in measured.items()
    ]
    origin = (
        f"{REPOSITORIES} repositories, {issues:,} issues, {RUNS:,} runs; {VISITS} visits, one more not counted; "
        f"Streamlit {streamlit.__version__}, Python {sys.version.split()[0]}, {os.cpu_count()} cores, "
        f"{time.strftime('%Y-%m-%d', time.gmtime())}"
    )
    return "\n".join(["| step | median | slowest |", "|---|---|---|", *steps, "", origin, ""])


if __name__ == "__main__":
    main(sys.argv[1])
