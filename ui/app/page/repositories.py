"""The section Repositories: all of them at a glance, one of them at hand, and new ones."""

from collections import Counter

import pandas as pd
import streamlit as st

from page import adding, feedback, managing, watch, words
from page.reading import Repository
from page.visit import Visit

_SEARCH = "repository-search"
_FILTER = "repository-filter"
_TABLE = "repository-table"
_REFRESH = "3s"
_REFRESH_SECONDS = 2.0


def show(visit: Visit) -> None:
    with feedback.errors_shown():
        if not visit.configuration().provisioned:
            feedback.nothing_yet("Nothing can be pulled yet. Set up the connection first: see Set-up.")
            return
        repositories = visit.repositories()
        if watch.has_ended(repositories):
            feedback.begin_again()
        if visit.rights.may("ENABLE_RESOURCES"):
            adding.show(visit, first=not repositories)
        if not repositories:
            if not visit.rights.may("ENABLE_RESOURCES"):
                feedback.nothing_yet("No repository yet. Who has the role APP_USER adds one here.")
            return
        # Only a run that writes now is worth a warehouse that stays awake for this table.
        under_way = bool(watch.under_way(repositories))
        st.fragment(_show_list, run_every=_REFRESH if under_way else None)(visit, under_way)


def _show_list(visit: Visit, was_under_way: bool) -> None:
    with feedback.errors_shown():
        repositories = visit.repositories(_REFRESH_SECONDS) if was_under_way else visit.repositories()
        running = watch.under_way(repositories)
        if was_under_way and not running:
            feedback.changed(None)
            st.rerun()
        paused = visit.configuration().paused
        _show_progress(running)
        found = _search(repositories, paused)
        if found:
            _show_table(found, paused)
            managing.show(visit, repositories, [repository.key for repository in found])
        else:
            feedback.nothing_yet("No repository is like that. Change the search, or choose another state.")


def _show_progress(running: list[Repository]) -> None:
    """What loads now; pages and rows as the run last reported them, which it does with every batch."""
    if not running:
        return
    with st.container(border=True, gap="small"):
        st.markdown(f":blue[:material/sync:] **{len(running):,} loading now**")
        for repository in running[:5]:
            st.markdown(
                f"{repository.key} · {repository.pages or 0:,} pages · {repository.rows or 0:,} rows"
                if repository.state == "RUNNING"
                else f"{repository.key} · starting"
            )
        if len(running) > 5:
            st.caption(f"and {len(running) - 5:,} more")


def _search(repositories: list[Repository], paused: bool) -> list[Repository]:
    wording = {repository.key: words.state(repository, paused)[0] for repository in repositories}
    counted = Counter(wording.values())
    with st.container(horizontal=True, vertical_alignment="top"):
        wanted = st.text_input("Search", key=_SEARCH, placeholder="part of a name", icon=":material/search:", width=320)
        chosen = st.pills(
            "State",
            list(counted),
            format_func=lambda word: f"{word} {counted[word]:,}",
            key=_FILTER,
            width="content",
        )
    return [
        repository
        for repository in repositories
        if wanted.strip().casefold() in repository.key.casefold() and chosen in (None, wording[repository.key])
    ]


def _show_table(found: list[Repository], paused: bool) -> None:
    keys = [repository.key for repository in found]
    st.dataframe(
        _frame(found, paused),
        hide_index=True,
        width="stretch",
        height="content" if len(found) <= 10 else 388,
        column_config=_COLUMNS,
        key=_TABLE,
        on_select=lambda: _take(keys),
        selection_mode="single-row",
    )


def _take(keys: list[str]) -> None:
    """The row that is marked is the repository that is managed below."""
    rows = st.session_state[_TABLE]["selection"]["rows"]
    if rows and rows[0] < len(keys):
        st.session_state[managing.CHOSEN] = keys[rows[0]]


def _frame(found: list[Repository], paused: bool) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (
                each.key,
                words.state(each, paused)[0],
                each.rows,
                each.state_at,
                each.next_at,
                words.freshness(each),
                each.schedule,
                each.reason or "",
            )
            for each in found
        ],
        columns=["Repository", "State", "Rows", "Last run", "Next run", "Complete", "Schedule", "Reason"],
    )


_TIME = "YYYY-MM-DD HH:mm"
_COLUMNS = {
    "Repository": st.column_config.TextColumn(pinned=True),
    "Rows": st.column_config.NumberColumn(format="localized"),
    "Last run": st.column_config.DatetimeColumn("Last run (UTC)", format=_TIME),
    "Next run": st.column_config.DatetimeColumn("Next run (UTC)", format=_TIME),
    "Complete": st.column_config.TextColumn(help="When all that was changed until then was in the table."),
}
