"""The package is the same to the byte, whoever builds it, wherever, in whatever language and time zone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUMS = "packaging/target/SHA256SUMS"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """The sources that git knows, in a directory of another name and depth."""
    copy = tmp_path_factory.mktemp("somebody's other directory") / "a" / "snow pull"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    return copy


def test_two_clean_builds_are_equal(elsewhere):
    # Turkish: its dotless i breaks whoever changes case without naming a locale.
    options = "-Duser.language=tr -Duser.country=TR -Duser.name=somebody -Duser.timezone=Pacific/Kiritimati"
    environment = os.environ | {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "USER": "somebody"}
    environment["MAVEN_OPTS"] = f"{os.environ.get('MAVEN_OPTS', '')} {options}"
    built = subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-Dstyle.color=never", "-Dmaven.test.skip", "package", "-pl", "packaging", "-am"],
        cwd=elsewhere, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    assert (elsewhere / SUMS).read_text() == (ROOT / SUMS).read_text()


def test_the_checksums_are_those_of_the_package():
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=ROOT / "packaging/target", capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr
    listed = {line.split("  ", 1)[1] for line in (ROOT / SUMS).read_text().splitlines()}
    package = ROOT / "packaging/target/sf_build"
    assert listed == {f"sf_build/{file.relative_to(package)}" for file in package.rglob("*") if file.is_file()}
