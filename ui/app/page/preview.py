"""The last two tabs: the newest rows of a repository, as columns and as GitHub sent them."""

import json

import streamlit as st

from page.connector import Connector, Resource
from page.failure import ConnectorError

_FIRST_COLUMNS = ["NUMBER", "TITLE", "STATE", "IS_PULL_REQUEST", "HTML_URL"]


def show_flattened(connector: Connector, resources: list[Resource]) -> None:
    _show(_flattened, "flattened", connector, resources)


def show_raw(connector: Connector, resources: list[Resource]) -> None:
    _show(_raw, "raw", connector, resources)


def _show(body, key: str, connector: Connector, resources: list[Resource]):
    if not resources:
        st.info("No data yet. Enable a repository in Configuration.", icon=":material/inbox:")
        return
    # A fragment: choosing a repository here reads this one's rows, not the whole page again.
    st.fragment(_choose)(body, key, connector, resources)


def _choose(body, key: str, connector: Connector, resources: list[Resource]) -> None:
    chosen = st.selectbox("Repository", resources, format_func=lambda resource: resource.name, key=f"{key}-repository")
    try:
        body(connector, chosen)
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")


def _flattened(connector: Connector, resource: Resource) -> None:
    frame = connector.flattened(resource)
    if frame.empty:
        st.info("No data yet. Its first ingestion has not delivered a page: see State.", icon=":material/inbox:")
        return
    counts = connector.counts(resource)
    issues, pull_requests, still_open = st.columns(3)
    issues.metric("Issues", f"{counts.issues:,}", border=True)
    pull_requests.metric("Pull requests", f"{counts.pull_requests:,}", border=True)
    still_open.metric("Open", f"{counts.open:,}", border=True)
    first = [name for name in _FIRST_COLUMNS if name in frame.columns]
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_order=first + [name for name in frame.columns if name not in first],
        column_config={
            "NUMBER": st.column_config.NumberColumn(format="%d"),
            "ID": st.column_config.NumberColumn(format="%d"),
            "HTML_URL": st.column_config.LinkColumn(),
        },
    )
    _show_source(resource.view)


def _raw(connector: Connector, resource: Resource) -> None:
    frame = connector.raw(resource)
    if frame.empty:
        st.info("No data yet. Its first ingestion has not delivered a page: see State.", icon=":material/inbox:")
        return
    table, document = st.columns(2, gap="large")
    with table:
        st.dataframe(
            frame,
            hide_index=True,
            width="stretch",
            column_config={"ID": st.column_config.NumberColumn(format="%d")},
        )
        _show_source(resource.table)
    with document:
        chosen = st.selectbox("Document", [int(value) for value in frame["ID"]], key="raw-document")
        selected = frame.loc[frame["ID"].astype("int64") == chosen, "RAW"].iloc[0]
        with st.container(height=420, border=True):
            st.json(json.loads(selected))


def _show_source(name: str) -> None:
    st.caption(f"The ten newest rows of {name}.")
