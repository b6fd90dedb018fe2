"""What Maven Central would get, and a new project that is made of it."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
POM = {"m": "http://maven.apache.org/POM/4.0.0"}
MODULES = "sqlgen/processor,local/junit,packaging,procedures/archetype"
SIGNER = "releaser@example.invalid"
JARS = {
    "snowpull-annotations", "snowpull-processor", "snowpull-ddl", "snowpull-runtime", "snowpull-github",
    "snowpull-local-worker", "snowpull-local-engine", "snowpull-local-github", "snowpull-local-junit",
    "snowpull-packaging", "snowpull-archetype",
}  # fmt: skip
REQUIRED = ["name", "description", "url", "licenses/license/url", "developers/developer/name", "scm/url"]


@dataclass(frozen=True)
class Published:
    """A repository as `mvn deploy -Prelease` fills it."""

    folder: Path
    version: str
    keys: Path

    def files(self, artifact: str) -> list[Path]:
        return [
            file
            for file in sorted((self.folder / "io/snowpull" / artifact / self.version).iterdir())
            if file.suffix in (".jar", ".pom")
        ]


def run(command: list[str | Path], cwd: Path, **variables: str) -> str:
    ran = subprocess.run(
        command, cwd=cwd, env=os.environ | variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, f"{command}: {ran.stdout[-8000:]}"
    return ran.stdout


def local_repository() -> Path:
    for option in os.environ.get("MAVEN_OPTS", "").split():
        if option.startswith("-Dmaven.repo.local="):
            return Path(option.split("=", 1)[1])
    return Path.home() / ".m2/repository"


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Iterator[Published]:
    if not shutil.which("gpg"):
        pytest.skip("gpg is not installed")
    folder = tmp_path_factory.mktemp("central")
    keys = Path(run(["mktemp", "-d", "/tmp/gpg.XXXXXX"], ROOT).strip())  # gpg's socket allows a short path only
    version = ET.parse(ROOT / "pom.xml").findtext("m:version", namespaces=POM)
    installed = local_repository() / "io/snowpull"
    was_there = installed.exists()
    try:
        run(
            ["gpg", "--batch", "--passphrase", "", "--quick-generate-key", SIGNER, "ed25519", "sign", "0"],
            ROOT,
            GNUPGHOME=str(keys),
        )
        run(
            [
                "mvn", "-q", "-B", "-ntp", "-Dstyle.color=never", "deploy", "-Prelease", "-pl", MODULES, "-am",
                "-Dmaven.install.skip=false", f"-Dgpg.keyname={SIGNER}",
                f"-DaltDeploymentRepository=file::file:{folder}",
            ],
            ROOT,
            GNUPGHOME=str(keys),
        )  # fmt: skip
        yield Published(folder, version, keys)
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], env=os.environ | {"GNUPGHOME": str(keys)}, check=False)
        shutil.rmtree(keys, ignore_errors=True)
        if not was_there:
            shutil.rmtree(installed, ignore_errors=True)  # what is installed would hide later changes from a build


def test_exactly_the_libraries_are_published(published):
    assert {folder.name for folder in (published.folder / "io/snowpull").iterdir()} == JARS | {"snowpull"}


@pytest.mark.parametrize("artifact", sorted(JARS))
def test_each_has_sources_and_javadoc(published, artifact):
    files = published.files(artifact)
    kinds = {kind for kind in ("-sources.jar", "-javadoc.jar", ".pom") if any(f.name.endswith(kind) for f in files)}
    assert kinds == {"-sources.jar", "-javadoc.jar", ".pom"}, files
    for file in files:
        if file.suffix == ".jar":
            with zipfile.ZipFile(file) as jar:
                assert jar.testzip() is None
                assert [name for name in jar.namelist() if not name.startswith("META-INF/")], f"{file} is empty"


@pytest.mark.parametrize("artifact", sorted(JARS | {"snowpull"}))
def test_each_file_is_signed(published, artifact):
    for file in published.files(artifact):
        run(["gpg", "--verify", f"{file}.asc", file], ROOT, GNUPGHOME=str(published.keys))


@pytest.mark.parametrize("artifact", sorted(JARS | {"snowpull"}))
def test_each_pom_says_what_central_asks(published, artifact):
    (pom,) = [file for file in published.files(artifact) if file.suffix == ".pom"]
    (parent,) = [file for file in published.files("snowpull") if file.suffix == ".pom"]
    for path in REQUIRED:
        query = "/".join(f"m:{step}" for step in path.split("/"))
        found = [ET.parse(file).findtext(query, namespaces=POM) for file in (pom, parent)]
        assert any(found), f"{artifact} has no {path}"


def test_a_new_connector_is_generated_builds_and_runs(published, tmp_path):
    output = run([ROOT / "docs/examples/archetype.sh"], tmp_path, SNOWPULL_VERSION=published.version)
    assert "BUILD SUCCESS" in output
    project = tmp_path / "my-connector"
    assert (project / "target/sf_build/setup.sql").read_text().startswith("-- SAMPLE_CONNECTOR V1: setup script.")
    up = run([project / "snowpull", "up", "--once"], tmp_path)
    assert "1 | Item 1\n2 | Item 2\n3 | Item 3\n" in up
    assert "snow sql -c local" in up
    results = ET.parse(next((project / "target/failsafe-reports").glob("TEST-*.xml"))).getroot()
    assert (results.get("tests"), results.get("failures"), results.get("errors")) == ("1", "0", "0")
    assert not [line for line in output.splitlines() if "Velocity" in line or "$" + "{package}" in line]
