"""The workflow files keep to GitHub's schema, their scripts are scripts, and what they run is there."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[4]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def lint(workflow: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", workflow]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def scripts(workflow: Path) -> list[str]:
    jobs = yaml.safe_load(workflow.read_text())["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_keeps_to_the_schema(workflow):
    linted = lint(workflow)
    assert linted.returncode == 0, linted.stdout


def test_a_spoiled_workflow_is_refused(tmp_path):
    spoiled = tmp_path / "ci.yml"
    spoiled.write_text(WORKFLOWS[0].read_text().replace("runs-on:", "runs_on:"))
    assert lint(spoiled).returncode != 0


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_its_scripts_are_scripts_and_take_no_text_of_strangers(workflow):
    for script in scripts(workflow):
        checked = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
        # An expression is put into the script before it runs: a title could become a command.
        assert "${{" not in script, script


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_do_no_more_than_it_says_and_ends(workflow):
    read = yaml.safe_load(workflow.read_text())
    assert read["permissions"]["contents"] == "read"
    assert all(job["timeout-minutes"] <= 45 for job in read["jobs"].values())


def test_the_reviewers_paths_are_there():
    for line in (ROOT / ".github/CODEOWNERS").read_text().splitlines():
        if line and not line.startswith("#"):
            pattern = line.split()[0]
            assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
