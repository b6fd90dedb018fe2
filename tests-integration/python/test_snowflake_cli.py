"""The Snowflake CLI, unmodified, against the local account: it finds the connection and runs the packaged app."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "CLI_PACKAGE"
APPLICATION = "CLI_APPLICATION"


@pytest.fixture(scope="module")
def snow(account):
    """Runs `snow ...` as one does who follows the README, and returns what it printed."""

    def run(*arguments: str, cwd: Path = ROOT) -> str:
        environment = os.environ | {"SNOWFLAKE_HOME": str(account.connections_file.parent)}
        done = subprocess.run(
            [ROOT / ".venv-cli/bin/snow", *arguments, "-c", "local"],
            cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"snow {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The built package with the project definition that the build put beside it, under other names."""
    target = ROOT / "packaging/target"
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(target / "sf_build", folder / "sf_build")
    definition = (target / "snowflake.yml").read_text()
    renamed = definition.replace("GITHUB_CONNECTOR_PACKAGE", PACKAGE)
    renamed = re.sub(r"identifier: GITHUB_CONNECTOR$", f"identifier: {APPLICATION}", renamed, flags=re.MULTILINE)
    assert renamed.count(PACKAGE) == renamed.count(APPLICATION) == 1
    (folder / "snowflake.yml").write_text(renamed)
    return folder


def test_it_queries(snow):
    assert '"ANSWER": 42' in snow("sql", "-q", "SELECT 40 + 2 AS answer", "--format", "json")


def test_it_lists_objects(snow):
    assert "STATE" in snow("object", "list", "schema", "--in", "database", "GITHUB_CONNECTOR")


def test_it_runs_the_package(snow, project):
    assert "is now available" in snow("app", "run", cwd=project)
    assert "setup.sql" in snow("stage", "list-files", f"@{PACKAGE}.app_src.stage")
    # Again: nothing is sent, the application is upgraded.
    again = snow("app", "run", cwd=project)
    assert "up-to-date" in again
    assert f"Application '{APPLICATION}' upgraded" in again
    assert APPLICATION in snow("sql", "-q", f"SHOW APPLICATIONS LIKE '{APPLICATION}'")


def test_it_makes_a_version_and_takes_everything_away(snow, project):
    assert "v_cli" in snow("app", "version", "create", "v_cli", "--force", "--skip-git-check", cwd=project).lower()
    assert "V_CLI" in snow("app", "version", "list", cwd=project)
    snow("app", "teardown", "--force", "--cascade", cwd=project)
    assert APPLICATION not in snow("sql", "-q", f"SHOW APPLICATIONS LIKE '{APPLICATION}'", "--format", "json")
    assert PACKAGE not in snow("sql", "-q", f"SHOW APPLICATION PACKAGES LIKE '{PACKAGE}'", "--format", "json")


def test_it_stages_files(snow, tmp_path):
    source = tmp_path / "notes.txt"
    source.write_text("kept\n")
    snow("stage", "create", "PUBLIC.NOTES", "--database", "GITHUB")
    snow("stage", "copy", str(source), "@GITHUB.PUBLIC.NOTES/in", "--no-auto-compress")
    assert "notes/in/notes.txt" in snow("stage", "list-files", "@GITHUB.PUBLIC.NOTES")
    target = tmp_path / "back"
    target.mkdir()
    snow("stage", "copy", "@GITHUB.PUBLIC.NOTES/in", str(target))
    assert (target / "notes.txt").read_text() == "kept\n"
    snow("stage", "remove", "@GITHUB.PUBLIC.NOTES", "in/notes.txt")
    assert "notes.txt" not in snow("stage", "list-files", "@GITHUB.PUBLIC.NOTES")
    snow("stage", "drop", "GITHUB.PUBLIC.NOTES")
