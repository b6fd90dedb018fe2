"""Runs that were asked for on this page and have not reported yet: until then, the account shows the run before."""

from time import monotonic

import streamlit as st

from page.reading import Repository

_EXPECTED = "expected-runs"
# A cold warehouse and a cold procedure take less; after that the page no longer waits awake.
_PATIENCE_SECONDS = 120.0


def expect_run(repository: Repository) -> None:
    """From now on the repository counts as under way, until another run than its last has reported."""
    st.session_state.setdefault(_EXPECTED, {})[repository.key] = (repository.run_id, monotonic() + _PATIENCE_SECONDS)


def under_way(repositories: list[Repository]) -> list[Repository]:
    """Those whose run writes now, or was asked for and is to begin."""
    expected = st.session_state.get(_EXPECTED, {})
    return [each for each in repositories if each.under_way or _is_expected(each, expected)]


def has_ended(repositories: list[Repository]) -> bool:
    """Whether a run that was asked for has come to its end since this was asked last; said once."""
    expected = st.session_state.get(_EXPECTED, {})
    running = {each.key for each in under_way(repositories)}
    ended = [key for key in expected if key not in running]
    for key in ended:
        del expected[key]
    return bool(ended)


def _is_expected(repository: Repository, expected: dict[str, tuple[str | None, float]]) -> bool:
    run_id, until = expected.get(repository.key, (None, 0.0))
    return monotonic() < until and repository.run_id == run_id
