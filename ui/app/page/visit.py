"""One look at the page: the account, what the person may do, and what was read of the connector so far."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import pandas as pd

from page import memory, reading
from page.account import Account
from page.reading import Configuration, Repository
from page.rights import Rights

T = TypeVar("T")

_SECONDS = 20.0
# The scheduler's plan changes when a schedule does, which forgets it.
_PLAN_SECONDS = 60.0


@dataclass(frozen=True)
class Visit:
    """Everything here is remembered for some seconds, and forgotten when something is changed."""

    account: Account
    rights: Rights

    def fresh(self, key: str, load: Callable[[], T]) -> T:
        """What a section reads besides, remembered under a name of its own."""
        return memory.fresh(key, _SECONDS, load)

    def configuration(self) -> Configuration:
        return self.fresh("configuration", lambda: reading.configuration(self.account))

    def conditions(self) -> pd.DataFrame:
        return self.fresh("conditions", lambda: reading.conditions(self.account))

    def repositories(self, seconds: float = _SECONDS) -> list[Repository]:
        """All of them, read again when they are older than so many seconds."""
        found = memory.fresh("repositories", seconds, lambda: reading.repositories(self.account))
        plan = memory.fresh("next-runs", _PLAN_SECONDS, lambda: reading.next_runs(self.account))
        return [replace(each, next_at=plan.get(each.task)) for each in found]
