"""A real Chromium on a page that is served as `./snowpull up` serves it, and pictures of what it shows."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = Path(os.environ.get("SNOWPULL_SCREENSHOTS") or ROOT / "target" / "screenshots")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60_000
SIZE = {"width": 1280, "height": 860}
TALLEST = 1800


@contextmanager
def served(connections_file: Path, application: str, log: Path, streamlit: str | None = None) -> Iterator[str]:
    """The address of one of an application's pages, which ends with the block."""
    port = _free_port()
    command = [ROOT / "ui" / "start", "--connections-file", connections_file]
    command += ["--application", application, "--port", str(port)]
    command += ["--streamlit", streamlit] if streamlit else []
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


@contextmanager
def opened(chromium: str, address: str) -> Iterator["Visitor"]:
    """Somebody who looks at the page."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        yield Visitor(page)
        browser.close()


class Visitor:
    """What a person does on the page: each step waits for the page to be ready for it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.get_by_role("dialog")

    def section(self, name: str) -> None:
        self.settle()
        self.click_section(name)
        self.settle()

    def click_section(self, name: str) -> None:
        sections = self.page.get_by_test_id("stButtonGroup").first
        sections.get_by_role("button", name=re.compile(f"{name}$")).click()

    def button(self, label: str) -> Locator:
        """Its icon is a part of its name. While the page begins anew, what it was before stays above what it is."""
        return self.page.get_by_role("button", name=re.compile(f"{label}$")).last

    def press(self, label: str) -> None:
        self.settle()
        self.button(label).click()

    def fill(self, label: str, value: str) -> None:
        """Waits for a script run to end first: until then elements of the run before may be there still.

        Leaves the field at once: a click that leaves it moves what is below, and may miss.
        """
        self.settle()
        field = self.page.get_by_label(label, exact=True)
        field.fill(value)
        field.blur()

    def sees(self, text: str | re.Pattern) -> None:
        exact = isinstance(text, str)
        expect(self.page.get_by_text(text, exact=exact).filter(visible=True).first).to_be_visible()

    def metric(self, label: str) -> Locator:
        return self.page.get_by_test_id("stMetric").filter(has_text=label)

    def settle(self) -> None:
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def picture(self, name: str, width: int = SIZE["width"]) -> None:
        """Light and dark, as tall as what is shown; first the page has to stand still."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": SIZE["height"]})
            self._stand_still()
            height = self.page.get_by_test_id("stMainBlockContainer").evaluate("part => part.scrollHeight")
            self.page.set_viewport_size({"width": width, "height": max(SIZE["height"], min(TALLEST, height))})
            self._stand_still()
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}.png", animations="disabled")
        self.page.set_viewport_size(SIZE)
        self.page.emulate_media(color_scheme="light")

    def _stand_still(self) -> None:
        """No script run, no font on its way, and the charts drawn in the size that they have now."""
        self.settle()
        expect(self.page.get_by_test_id("stStatusWidget")).to_be_hidden()
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        self.page.evaluate("document.fonts.ready")
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
