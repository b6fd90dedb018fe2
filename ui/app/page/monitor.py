"""The section Monitor: what needs somebody, how the runs went over time, and one run in full."""

import pandas as pd
import streamlit as st

from page import feedback, history, runs, words, worksheet
from page.visit import Visit

_SPANS = {span.title: span for span in (history.DAY, history.WEEK, history.MONTH)}
# Read on light and on dark ground.
_GREEN, _RED, _BLUE, _PALE = "#2e9e5b", "#d9473b", "#2f7fd6", "#8fc1f5"


def show(visit: Visit) -> None:
    with feedback.errors_shown():
        _show_conditions(visit.conditions())
        st.fragment(_show_history)(visit)


def _show_conditions(conditions: pd.DataFrame) -> None:
    st.subheader("What needs somebody", anchor=False)
    if conditions.empty:
        st.success("Nothing. Every repository is read as its schedule says.", icon=":material/check_circle:")
        return
    kinds = conditions.groupby(["CONDITION", "WAY_OUT"], sort=False, dropna=False)
    for (condition, way_out), found in kinds:
        named = [name for name in found["RESOURCE"] if isinstance(name, str)]
        about = f" · {words.listed(named)}" if named else ""
        details = list(dict.fromkeys(found["DETAIL"].dropna()))
        with st.container(border=True, gap="small"):
            st.markdown(f":red[:material/warning:] **{_title(condition)}**{about}")
            for detail in details[:3]:
                st.write(detail)
            if len(details) > 3:
                st.caption(f"and {len(details) - 3:,} more reasons: see MONITORING.CONDITIONS")
            st.caption(f"Way out: {way_out}")


def _title(condition: str) -> str:
    return condition.replace("_", " ").capitalize()


def _show_history(visit: Visit) -> None:
    with feedback.errors_shown():
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader("Runs over time", anchor=False, width="content")
            chosen = st.segmented_control(
                "Span", list(_SPANS), default=history.DAY.title, key="span", label_visibility="collapsed"
            )
        span = _SPANS[chosen or history.DAY.title]
        ran = visit.fresh(f"runs-{span.title}", lambda: history.over_time(visit.account, span))
        if ran["Runs"].sum() == 0:
            feedback.nothing_yet("No run has ended in this time. Choose a longer one, or run a repository now.")
        else:
            limit = visit.fresh("limit", lambda: history.limit(visit.account))
            _show_totals(ran, limit)
            _show_charts(ran, span, limit)
        _show_errors(visit.fresh("errors", lambda: history.errors(visit.account)))
        runs.show(visit, span.hours)
        worksheet.show(history.WORKSHEET)


def _show_charts(ran: pd.DataFrame, span: history.Span, limit: dict) -> None:
    left, right = st.columns(2)
    with left:
        _bars(ran, f"Rows written in {span.title}", {"New": _BLUE, "Changed": _PALE})
        _show_requests(ran, span, limit["HOURLY_LIMIT"])
    with right:
        _bars(ran, f"Runs in {span.title}", {"Succeeded": _GREEN, "Failed": _RED})
        _bars(ran, f"Seconds of work in {span.title}", {"Seconds": _BLUE})


def _show_requests(ran: pd.DataFrame, span: history.Span, hourly: int | None) -> None:
    if not hourly:
        _bars(ran, "Requests (test the connection to see them against GitHub's limit)", {"Requests": _BLUE})
        return
    used = ran.assign(Used=100 * ran["Requests"] / (hourly * span.bar))
    _bars(used, f"Requests, in percent of GitHub's {hourly:,} an hour", {"Used": _BLUE})


def _bars(ran: pd.DataFrame, title: str, colours: dict[str, str]) -> None:
    st.caption(title)
    st.bar_chart(
        ran,
        x="Time",
        y=list(colours),
        color=list(colours.values()),
        x_label="UTC",
        y_label="",
        height=260,
        sort=False,
    )


def _show_totals(ran: pd.DataFrame, limit: dict) -> None:
    with st.container(horizontal=True):
        st.metric("Runs", f"{int(ran['Runs'].sum()):,}", border=True)
        st.metric("Failed", f"{int(ran['Failed'].sum()):,}", border=True)
        st.metric("Rows written", f"{int(ran['New'].sum() + ran['Changed'].sum()):,}", border=True)
        st.metric(
            "Requests left this hour",
            "-" if limit["HEADROOM"] is None else f"{limit['HEADROOM']:,}",
            border=True,
            help="The limit as last tested, without the requests of the last hour that count.",
        )
        st.metric(
            "Credits",
            f"{ran['Credits'].sum():,.4f}",
            border=True,
            help="The seconds of these runs on an X-Small warehouse with nothing beside them.",
        )


def _show_errors(errors: pd.DataFrame) -> None:
    if errors.empty:
        return
    st.subheader("Errors of the last seven days", anchor=False)
    st.dataframe(
        errors,
        hide_index=True,
        width="stretch",
        column_config={
            "CODE": "Kind",
            "OCCURRENCES": "Times",
            "RESOURCES": "Repositories",
            "LAST_AT": st.column_config.DatetimeColumn("Last (UTC)", format="YYYY-MM-DD HH:mm"),
            "LAST_RESOURCE": "Last at",
            "LAST_REASON": "Reason",
        },
    )
