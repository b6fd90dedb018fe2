"""The runs of a span, and one of them in full."""

import pandas as pd
import streamlit as st

from page import feedback, history, words, worksheet
from page.visit import Visit

_ALL = "All repositories"
_TABLE = "run-table"

_LOG_LINES = """
-- What this run wrote to the account's event table; docs/logging.md says how to set one up.
SELECT TIMESTAMP, RECORD['severity_text']::VARCHAR AS SEVERITY, VALUE::VARCHAR AS LINE,
  RECORD_ATTRIBUTES['page']::VARCHAR AS PAGE
FROM <event table>
WHERE RECORD_TYPE = 'LOG' AND RECORD_ATTRIBUTES['run_id']::VARCHAR = '{run_id}'
ORDER BY TIMESTAMP;
"""


def show(visit: Visit, hours: int) -> None:
    st.subheader("Runs", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = [_ALL, *(repository.key for repository in visit.repositories())]
        chosen = st.selectbox("Repository", names, key="runs-of", width=320)
        failed = st.checkbox("Failed ones only", key="runs-failed")
    repository = "" if chosen == _ALL else chosen
    found = visit.fresh(
        f"runs-{hours}-{repository}-{failed}", lambda: history.runs(visit.account, hours, repository, failed)
    )
    if found.empty:
        feedback.nothing_yet("No run is like that in this time.")
        return
    marked = st.dataframe(
        found,
        hide_index=True,
        width="stretch",
        height="content" if len(found) <= 8 else 318,
        column_order=["RESOURCE", "KIND", "STATE", "ENDED_AT", "SECONDS", "INSERTED", "UPDATED", "REQUESTS"],
        column_config=_COLUMNS,
        key=_TABLE,
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = marked["selection"]["rows"]
    if rows and rows[0] < len(found):
        _show_run(visit, found.iloc[rows[0]])
    else:
        st.caption("Choose a row to see all of a run. The newest 200 are shown.")


def _show_run(visit: Visit, run: pd.Series) -> None:
    with st.container(border=True):
        st.markdown(f"**{run['RESOURCE']}** · {str(run['KIND']).lower()} · run `{run['RUN_ID']}`")
        steps = visit.fresh(f"steps-{run['RUN_ID']}", lambda: history.steps(visit.account, run["RUN_ID"]))
        for reason in steps["REASON"].dropna()[:1]:
            st.error(reason, icon=":material/error:")
        with st.container(horizontal=True):
            for label, column in _FIGURES.items():
                st.metric(label, "-" if pd.isna(run[column]) else f"{float(run[column]):,.10g}")
        st.caption(f"{words.instant(run['STARTED_AT'])} to {words.instant(run['ENDED_AT'])}")
        if not steps.empty:
            st.dataframe(steps, hide_index=True, width="stretch", column_config=_STEPS)
        worksheet.show(worksheet.filled(_LOG_LINES, {"{run_id}": run["RUN_ID"]}), "Its log lines")


_FIGURES = {
    "New": "INSERTED",
    "Changed": "UPDATED",
    "Unchanged": "UNCHANGED",
    "Marked deleted": "MARKED_DELETED",
    "Kept aside": "PARKED",
    "Requests": "REQUESTS",
    "Seconds": "SECONDS",
    "Rows a second": "ROWS_PER_SECOND",
}
_STEPS = {
    "AT": st.column_config.DatetimeColumn("Reported (UTC)", format="YYYY-MM-DD HH:mm:ss"),
    "STATE": "State",
    "PAGES": "Pages",
    "REQUESTS": "Requests",
    "FETCHED": "Issues read",
    "PAGE": st.column_config.TextColumn("Page", width="large"),
    "REASON": "Reason",
}
_COLUMNS = {
    "RESOURCE": st.column_config.TextColumn("Repository", pinned=True),
    "KIND": "Kind",
    "STATE": "State",
    "ENDED_AT": st.column_config.DatetimeColumn("Ended (UTC)", format="YYYY-MM-DD HH:mm:ss"),
    "SECONDS": st.column_config.NumberColumn("Seconds", format="%.1f"),
    "INSERTED": st.column_config.NumberColumn("New", format="localized"),
    "UPDATED": st.column_config.NumberColumn("Changed", format="localized"),
    "REQUESTS": st.column_config.NumberColumn("Requests", format="localized"),
}
