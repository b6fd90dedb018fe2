"""The issues of one repository, as its view and its table have them."""

from dataclasses import dataclass

import pandas as pd

from page.account import Account
from page.reading import Repository

_FOUND = """
SELECT *
FROM IDENTIFIER(?)
WHERE (? = '' OR STATE = ?)
  AND (? = '' OR IS_PULL_REQUEST = (? = 'pull request'))
  AND (? = '' OR CONTAINS(LOWER(TITLE), LOWER(?)))
ORDER BY NUMBER DESC
LIMIT 100
"""

_FOUND_WITH_LABEL = """
SELECT *
FROM IDENTIFIER(?)
WHERE (? = '' OR STATE = ?)
  AND (? = '' OR IS_PULL_REQUEST = (? = 'pull request'))
  AND (? = '' OR CONTAINS(LOWER(TITLE), LOWER(?)))
  AND ID IN (
    SELECT issue.ID
    FROM IDENTIFIER(?) AS issue, LATERAL FLATTEN(issue.LABELS) AS label
    WHERE label.VALUE['name']::VARCHAR = ?)
ORDER BY NUMBER DESC
LIMIT 100
"""

_RAW = "SELECT RAW FROM IDENTIFIER(?) WHERE ID = ?"

_COUNTS = """
SELECT IS_PULL_REQUEST, STATE, COUNT(*) AS ROWS_COUNT
FROM IDENTIFIER(?)
GROUP BY IS_PULL_REQUEST, STATE
"""

_LABELS = """
SELECT label.VALUE['name']::VARCHAR AS LABEL, COUNT(*) AS ISSUES
FROM IDENTIFIER(?) AS issue, LATERAL FLATTEN(issue.LABELS) AS label
GROUP BY LABEL
ORDER BY ISSUES DESC, LABEL
LIMIT 15
"""


@dataclass(frozen=True)
class Filter:
    """What is wanted; an empty text is no condition."""

    state: str = ""
    kind: str = ""
    title: str = ""
    label: str = ""


def found(account: Account, repository: Repository, wanted: Filter) -> pd.DataFrame:
    """The newest rows of the view that are wanted, at most 100."""
    values = [value for value in (wanted.state, wanted.kind, wanted.title) for _ in range(2)]
    if wanted.label:
        return account.frame(_FOUND_WITH_LABEL, repository.view, *values, repository.view, wanted.label)
    return account.frame(_FOUND, repository.view, *values)


def raw(account: Account, repository: Repository, identity: int) -> str:
    """The document as GitHub sent it."""
    return account.rows(_RAW, repository.table, identity)[0]["RAW"]


def counts(account: Account, repository: Repository) -> pd.DataFrame:
    """IS_PULL_REQUEST, STATE, ROWS_COUNT."""
    counted = account.frame(_COUNTS, repository.view)
    counted["ROWS_COUNT"] = counted["ROWS_COUNT"].astype("int64")
    return counted


def labels(account: Account, repository: Repository) -> pd.DataFrame:
    """LABEL, ISSUES: the fifteen labels that most issues have."""
    return account.frame(_LABELS, repository.view)
