"""What the person at the page may do.

A Streamlit in a native app runs with the application's rights, whoever looks at it. So it is the page that leaves
out what a role may not do, and the grant on the page that decides who opens which: there is one for each role.
"""

from dataclasses import dataclass

from page import application, memory
from page.account import Account
from page.failure import ConnectorError

DATA_READER = "DATA_READER"

_IN_SESSION = "SELECT IS_APPLICATION_ROLE_IN_SESSION(?)"


@dataclass(frozen=True)
class Rights:
    """The application roles of a person, with those whose rights they inherit."""

    roles: frozenset[str]

    def may(self, procedure: str) -> bool:
        """Whether one of the roles may call the procedure."""
        return bool(self.roles & application.callers(procedure))

    @property
    def lends(self) -> bool:
        """Whether a pop-up's answer would be taken."""
        return bool(self.roles & application.reference_binders())

    @property
    def reads_issues(self) -> bool:
        return DATA_READER in self.roles


def read(account: Account, entrance: str, perhaps: str | None) -> Rights:
    """The role whose page this is, for only that role is let in; and the role `perhaps`, if the session has it too.

    Snowflake documents the question for code of an application, and not for its pages. So it only ever adds, and
    each role has a page that does not depend on the answer:
    https://docs.snowflake.com/en/sql-reference/functions/is_application_role_in_session
    """
    return memory.kept("rights", lambda: Rights(application.inherited(frozenset({entrance}) | _held(account, perhaps))))


def _held(account: Account, role: str | None) -> frozenset[str]:
    if role is None:
        return frozenset()
    try:
        return frozenset({role}) if account.rows(_IN_SESSION, role)[0][0] else frozenset()
    except ConnectorError:
        return frozenset()
