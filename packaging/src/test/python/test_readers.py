"""The generated SQL is read by two independent readers of Snowflake's dialect.

A statement that a reader does not know is listed here, with Snowflake's page for it. The lists are
exact: a gap that no statement needs, or that the reader has closed, fails as well.
"""

import logging
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlglot
from sqlfluff.core import FluffConfig, Linter
from sqlglot import exp

from statements import split

ROOT = Path(__file__).parents[4]
SCRIPTS = sorted(
    [
        *ROOT.glob("packaging/src/approved/*.sql"),
        *ROOT.glob("sqlgen/processor/src/test/resources/cases/*/expected/*.sql"),
    ]
)
DOCS = "https://docs.snowflake.com/en/sql-reference/sql/"


class Gap(NamedTuple):
    """Statements that a reader does not know."""

    form: str
    page: str


SQLGLOT_GAPS = [
    Gap(r"CREATE OR ALTER VERSIONED SCHEMA ", DOCS + "create-versioned-schema"),
    Gap(r"CREATE APPLICATION ROLE ", DOCS + "create-application-role"),
    Gap(r"CREATE APPLICATION (?!ROLE)", DOCS + "create-application"),
    Gap(r"CREATE OR REPLACE STREAMLIT ", DOCS + "create-streamlit"),
    Gap(r"CREATE OR ALTER NETWORK RULE ", DOCS + "create-network-rule"),
    Gap(r"CREATE SECRET ", DOCS + "create-secret"),
    Gap(r"CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION ", DOCS + "create-external-access-integration"),
    Gap(r"ALTER APPLICATION SET SPECIFICATION ", DOCS + "alter-application-set-app-spec"),
    Gap(r"ALTER APPLICATION \S+ APPROVE SPECIFICATION ", DOCS + "alter-application-approve-app-spec"),
    Gap(r"CREATE OR ALTER TASK ", DOCS + "create-task"),
    Gap(r"ALTER TASK ", DOCS + "alter-task"),
    Gap(r"GRANT APPLICATION ROLE ", DOCS + "grant-application-role"),
    Gap(r"GRANT .* TO APPLICATION ROLE ", DOCS + "grant-privilege-application-role"),
    Gap(r"GRANT .* TO APPLICATION (?!ROLE)", DOCS + "grant-privilege-application"),
    Gap(r"CALL ", DOCS + "call"),
    Gap(r"REMOVE @", DOCS + "remove"),
]
SQLFLUFF_GAPS = [
    Gap(r"CREATE OR ALTER VERSIONED SCHEMA ", DOCS + "create-versioned-schema"),
    Gap(r"CREATE APPLICATION ROLE ", DOCS + "create-application-role"),
    Gap(r"CREATE APPLICATION (?!ROLE)", DOCS + "create-application"),
    Gap(r"CREATE OR REPLACE STREAMLIT ", DOCS + "create-streamlit"),
    Gap(r"GRANT APPLICATION ROLE ", DOCS + "grant-application-role"),
    Gap(r"GRANT .* TO APPLICATION ROLE ", DOCS + "grant-privilege-application-role"),
    Gap(r"CREATE OR ALTER NETWORK RULE ", DOCS + "create-network-rule"),
    Gap(r"CREATE OR REPLACE EXTERNAL ACCESS INTEGRATION ", DOCS + "create-external-access-integration"),
    Gap(r"ALTER APPLICATION SET SPECIFICATION ", DOCS + "alter-application-set-app-spec"),
    Gap(r"ALTER APPLICATION \S+ APPROVE SPECIFICATION ", DOCS + "alter-application-approve-app-spec"),
]
BOUND = set(split((ROOT / "packaging/src/approved/statements.sql").read_text()))
LINTER = Linter(config=FluffConfig(overrides={"dialect": "snowflake", "large_file_skip_byte_limit": 0}))


def all_statements() -> list[str]:
    return [statement for script in SCRIPTS for statement in split(script.read_text())]


def read_by_sqlglot(statement: str) -> str:
    """Empty, or why the statement is not understood; a Command is text that sqlglot gave up on."""
    try:
        parsed = sqlglot.parse_one(statement, read="snowflake")
    except sqlglot.errors.ParseError as error:
        return str(error)
    return "kept as plain text" if isinstance(parsed, exp.Command) else ""


def read_by_sqlfluff(statement: str) -> str:
    violations = LINTER.parse_string(_filled(statement) + ";\n").violations
    return "; ".join(violation.desc() for violation in violations)


def _filled(statement: str) -> str:
    """sqlfluff knows no binds: it reads what is sent with a name and a literal in their places."""
    if statement not in BOUND:
        return statement
    return statement.replace("IDENTIFIER(?)", "BOUND_NAME").replace("?", "'bound'")


@pytest.mark.parametrize(
    ("reader", "gaps"),
    [(read_by_sqlglot, SQLGLOT_GAPS), (read_by_sqlfluff, SQLFLUFF_GAPS)],
    ids=["sqlglot", "sqlfluff"],
)
def test_every_statement_is_read(reader, gaps):
    logging.getLogger("sqlglot").setLevel(logging.ERROR)
    unread, needed = [], set()
    for statement in dict.fromkeys(all_statements()):
        problem = reader(statement)
        gap = next((one for one in gaps if re.match(one.form, " ".join(statement.split()))), None)
        if problem and gap:
            needed.add(gap)
        elif problem:
            unread.append(f"{statement}\n--> {problem}")
    assert not unread, "\n\n".join(unread)
    assert [one.form for one in gaps if one not in needed] == [], "gaps that no statement needs"


def test_there_is_something_to_read():
    assert len(all_statements()) > 50
    assert (ROOT / "packaging/src/approved/setup.sql") in SCRIPTS


def test_a_broken_statement_is_noticed():
    broken = "CREATE TABLE IF NOT EXISTS STATE.T (KEY VARCHAR"
    assert read_by_sqlglot(broken)
    assert read_by_sqlfluff(broken)


def test_bodies_of_sql_procedures_are_read():
    """The readers keep a $$ body as text, so each of its plain statements is read by itself."""
    logging.getLogger("sqlglot").setLevel(logging.ERROR)
    seen = 0
    for statement in all_statements():
        for body in re.findall(r"\$\$(.*?)\$\$", statement, re.DOTALL):
            for part in re.findall(r"^\s*((?:SELECT|INSERT)\b[^;]*);", body, re.MULTILINE):
                # Variables are bound by name; INTO belongs to Snowflake Scripting.
                plain = re.sub(r"\bINTO\s+(:\w+,?\s*)+", "", part)
                assert not read_by_sqlglot(plain), plain
                seen += 1
    assert seen > 0
