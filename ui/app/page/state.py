"""The second tab: how each repository's newest ingestion stands."""

from collections import Counter

import pandas as pd
import streamlit as st

from page import actions
from page.connector import Connector, Resource, ResourceState
from page.failure import ConnectorError

_STARTING = "STARTING"
_UNDER_WAY = {_STARTING, "RUNNING"}
_WORDS = {
    _STARTING: ("Starting", "gray"),
    "RUNNING": ("Running", "blue"),
    "DONE": ("Done", "green"),
    "FAILED": ("Failed", "red"),
    "WAITING": ("Waiting for GitHub's limit", "orange"),
    "CONTINUES": ("Continues with the next run", "blue"),
}


def show(connector: Connector, resources: list[Resource]) -> None:
    if not resources:
        st.info("Nothing has run yet. Enable a repository in Configuration.", icon=":material/inbox:")
        return
    try:
        running = _is_running(_states(connector, resources))
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")
        return
    # Only a running ingestion is worth a warehouse that stays awake for this table.
    st.fragment(_show_states, run_every="3s" if running else None)(connector, resources, running)
    st.divider()
    actions.show(connector, resources)


def _show_states(connector: Connector, resources: list[Resource], was_running: bool) -> None:
    try:
        states = _states(connector, resources)
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")
        return
    if was_running and not _is_running(states):
        st.rerun()
    st.markdown(_summary(states))
    st.dataframe(_frame(states), hide_index=True, width="stretch", column_config=_COLUMNS)
    for failed in (state for state in states if state.state == "FAILED"):
        st.error(f"**{failed.repository}**: {failed.reason or 'no reason was recorded.'}", icon=":material/error:")
    if was_running:
        st.caption("Refreshed every 3 seconds while an ingestion runs.")
    elif st.button("Refresh", icon=":material/refresh:"):
        st.rerun()


def _states(connector: Connector, resources: list[Resource]) -> list[ResourceState]:
    """The newest entry of each repository, and one for those whose first run has not reported yet."""
    wanted = {resource.key for resource in resources}
    reported = [state for state in connector.latest_states() if state.repository in wanted]
    keys = {state.repository for state in reported}
    silent = [resource.key for resource in resources if resource.key not in keys]
    return reported + [ResourceState(key, _STARTING, None, None, None) for key in silent]


def _summary(states: list[ResourceState]) -> str:
    counted = Counter(_word(state) for state in states)
    return " ".join(f":{color}-badge[{count} {word}]" for (word, color), count in counted.items())


def _word(state: ResourceState) -> tuple[str, str]:
    return _WORDS.get(state.state, (state.state, "gray"))


def _is_running(states: list[ResourceState]) -> bool:
    return any(state.state in _UNDER_WAY for state in states)


def _frame(states: list[ResourceState]) -> pd.DataFrame:
    return pd.DataFrame(
        [(state.repository, _word(state)[0], state.rows, state.since, state.reason or "") for state in states],
        columns=["Repository", "State", "Rows", "Since", "Reason"],
    )


_COLUMNS = {
    "Rows": st.column_config.NumberColumn(format="localized"),
    "Since": st.column_config.DatetimeColumn("Since (UTC)", format="YYYY-MM-DD HH:mm:ss"),
}
