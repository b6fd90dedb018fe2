"""The section Data: the issues of a repository, filtered, counted, and each one as GitHub sent it."""

import json

import pandas as pd
import streamlit as st

from page import feedback, issues, worksheet
from page.issues import Filter
from page.reading import Repository
from page.visit import Visit

_FIRST_COLUMNS = [
    "NUMBER",
    "TITLE",
    "STATE",
    "IS_PULL_REQUEST",
    "USER_LOGIN",
    "COMMENTS",
    "UPDATED_AT",
    "HTML_URL",
]
_TABLE = "issue-table"


def show(visit: Visit) -> None:
    with feedback.errors_shown():
        repositories = [repository for repository in visit.repositories() if repository.rows]
        if not repositories:
            feedback.nothing_yet("No rows yet. Add a repository in Repositories; its rows show here as they arrive.")
            return
        # A fragment: choosing here reads this repository's rows, not the whole page again.
        st.fragment(_choose)(visit, repositories)


def _choose(visit: Visit, repositories: list[Repository]) -> None:
    by_key = {repository.key: repository for repository in repositories}
    with feedback.errors_shown():
        chosen = by_key[st.selectbox("Repository", list(by_key), key="data-repository", width=420)]
        counts = visit.fresh(f"counts-{chosen.key}", lambda: issues.counts(visit.account, chosen))
        labels = visit.fresh(f"labels-{chosen.key}", lambda: issues.labels(visit.account, chosen))
        _show_totals(counts)
        wanted = _filter(labels)
        found = visit.fresh(f"issues-{chosen.key}-{wanted}", lambda: issues.found(visit.account, chosen, wanted))
        if found.empty:
            feedback.nothing_yet("No issue is like that. Change the filters.")
        else:
            _show_rows(visit, chosen, wanted, found)
        _show_charts(counts, labels)
        worksheet.show(_worksheet(visit, chosen))


def _show_totals(counts: pd.DataFrame) -> None:
    def total(rows: pd.DataFrame) -> str:
        return f"{int(rows['ROWS_COUNT'].sum()):,}"

    pull_requests = counts["IS_PULL_REQUEST"].astype(bool)
    with st.container(horizontal=True):
        st.metric("Issues", total(counts[~pull_requests]), border=True)
        st.metric("Pull requests", total(counts[pull_requests]), border=True)
        st.metric("Open", total(counts[counts["STATE"] == "open"]), border=True)
        st.metric("Closed", total(counts[counts["STATE"] == "closed"]), border=True)


def _filter(labels: pd.DataFrame) -> Filter:
    with st.container(horizontal=True, vertical_alignment="top"):
        title = st.text_input("Title", key="data-title", placeholder="part of it", icon=":material/search:", width=280)
        label = st.selectbox("Label", [*labels["LABEL"]], index=None, key="data-label", placeholder="any", width=200)
        state = st.pills("State", ["open", "closed"], key="data-state", width="content")
        kind = st.pills("Kind", ["issue", "pull request"], key="data-kind", width="content")
    return Filter(state or "", kind or "", title.strip(), label or "")


def _show_rows(visit: Visit, repository: Repository, wanted: Filter, found: pd.DataFrame) -> None:
    left, right = st.columns([3, 2])
    with left:
        alike = f" that are {wanted.state}" if wanted.state else ""
        st.caption(f"Flattened · the newest {len(found):,}{alike} of `{repository.view}`")
        first = [name for name in _FIRST_COLUMNS if name in found.columns]
        marked = st.dataframe(
            found,
            hide_index=True,
            width="stretch",
            height=420,
            column_order=first + [name for name in found.columns if name not in first],
            column_config=_COLUMNS,
            key=_TABLE,
            on_select="rerun",
            selection_mode="single-row",
        )
    rows = marked["selection"]["rows"]
    issue = found.iloc[rows[0] if rows and rows[0] < len(found) else 0]
    with right:
        st.caption(f"As GitHub sent it · number {int(issue['NUMBER'])} · choose a row to see another")
        identity = int(issue["ID"])
        raw = visit.fresh(f"raw-{identity}", lambda: issues.raw(visit.account, repository, identity))
        with st.container(height=420, border=True):
            st.json(json.loads(raw))


def _show_charts(counts: pd.DataFrame, labels: pd.DataFrame) -> None:
    left, right = st.columns(2)
    with left:
        st.caption("States")
        states = counts.assign(
            Kind=counts["IS_PULL_REQUEST"].astype(bool).map({True: "Pull requests", False: "Issues"})
        )
        st.bar_chart(
            states,
            x="STATE",
            y="ROWS_COUNT",
            color="Kind",
            horizontal=True,
            sort=False,
            x_label="",
            y_label="",
            height=240,
        )
    with right:
        st.caption("Labels of most issues")
        if labels.empty:
            st.caption("No issue has a label.")
        else:
            st.bar_chart(
                labels,
                x="LABEL",
                y="ISSUES",
                horizontal=True,
                x_label="",
                y_label="",
                height=min(320, 90 + 26 * len(labels)),
                sort="-ISSUES",
            )


def _worksheet(visit: Visit, repository: Repository) -> str:
    database = visit.configuration().connection["destination_database"]
    return worksheet.filled(
        _WORKSHEET, {"{view}": repository.view, "{table}": repository.table, "{database}": database}
    )


_WORKSHEET = """
-- This repository.
SELECT * FROM {view} ORDER BY NUMBER DESC LIMIT 100;
SELECT ID, RAW FROM {table} LIMIT 100;
-- All repositories together; LABELS, ASSIGNEES, MILESTONES and REACTIONS are beside it.
SELECT REPOSITORY, STATE, COUNT(*) FROM {database}.PUBLIC.ISSUES GROUP BY ALL;
"""
_COLUMNS = {
    "NUMBER": st.column_config.NumberColumn(format="%d", pinned=True),
    "ID": st.column_config.NumberColumn(format="%d"),
    "TITLE": st.column_config.TextColumn(width="large"),
    "IS_PULL_REQUEST": st.column_config.CheckboxColumn("PULL_REQUEST"),
    "HTML_URL": st.column_config.LinkColumn(),
}
