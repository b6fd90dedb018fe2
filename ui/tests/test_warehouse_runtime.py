"""What Snowflake would refuse at run time, found before it is deployed."""

import ast
import re
from pathlib import Path

import pytest
import yaml

UI = Path(__file__).resolve().parents[1]
SOURCES = sorted((UI / "app").rglob("*.py"))
ENVIRONMENT = yaml.safe_load((UI / "app" / "environment.yml").read_text(encoding="utf-8"))

# https://docs.snowflake.com/en/developer-guide/streamlit/limitations and its page for native apps.
UNSUPPORTED = {
    "bokeh_chart",
    "cache_data",
    "cache_resource",
    "camera_input",
    "components",
    "file_uploader",
    "html",
    "image",
    "pyplot",
    "query_params",
    "scatter_chart",
    "secrets",
    "video",
}
# The page's own modules, the standard library's that it uses, and what environment.yml or the runtime brings.
IMPORTABLE = {
    "collections",
    "contextlib",
    "dataclasses",
    "datetime",
    "functools",
    "json",
    "page",
    "pandas",
    "pathlib",
    "re",
    "snowflake",
    "streamlit",
    "time",
    "typing",
}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_page_uses_only_what_the_warehouse_runtime_offers(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st"
    }
    assert not used & UNSUPPORTED


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_page_imports_only_what_it_is_deployed_with(source):
    imported = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= IMPORTABLE


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_page_configures_neither_title_nor_icon(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "set_page_config":
            assert {keyword.arg for keyword in node.keywords} <= {"layout"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_statements_are_constants(source):
    """Every statement is a literal: values and names are bound, never put into the text."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr | ast.BinOp):
            text = "".join(part.value for part in ast.walk(node) if _is_text(part))
            assert not re.search(r"\b(SELECT|CALL|FROM|INSERT|ALTER|GRANT)\b", text), f"line {node.lineno}"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_only_the_account_reaches_the_session(source):
    names = {node.attr for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if _is_attribute(node)}
    assert source.name == "account.py" or not names & {"sql", "collect", "to_pandas"}


def test_environment_is_what_snowflake_accepts():
    assert ENVIRONMENT["name"] == "sf_env"
    assert ENVIRONMENT["channels"] == ["snowflake"]
    for dependency in ENVIRONMENT["dependencies"]:
        assert re.fullmatch(r"[a-z-]+(=[0-9.]+)?", dependency), dependency


def test_the_page_is_tested_on_the_streamlit_that_it_is_deployed_with():
    (deployed,) = (text for text in ENVIRONMENT["dependencies"] if text.startswith("streamlit="))
    lock = (UI / "requirements.lock").read_text(encoding="utf-8")
    assert f"streamlit=={deployed.removeprefix('streamlit=')} " in lock


def _is_attribute(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
