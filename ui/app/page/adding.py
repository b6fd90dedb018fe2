"""Adds one repository or many; GitHub confirms each before anything is created."""

import streamlit as st

from page import commands, feedback, words
from page.failure import ConnectorError
from page.visit import Visit

# Each takes GitHub two or three requests.
_MOST_ESTIMATES = 5


def show(visit: Visit, first: bool) -> None:
    with st.expander("Add repositories", icon=":material/add:", expanded=first):
        with st.form("add", border=False):
            text = st.text_area(
                "Repositories",
                placeholder="owner/name, or owner/* for all of an organisation",
                help="One or many, separated by commas or lines. Addresses of github.com do as well.",
                height=90,
            )
            choice, pattern, schedule = st.columns(3)
            with choice:
                archived = st.checkbox("Archived ones too", help="For owner/*")
                forks = st.checkbox("Forks too", help="For owner/*")
            exclude = pattern.text_input("Leave out", placeholder="*-archive, demo-?", help="Patterns for owner/*")
            include = pattern.text_input("Only", placeholder="api-*", help="Patterns for owner/*")
            interval = schedule.text_input(
                "Schedule (optional)",
                placeholder="30 MINUTES",
                help="An interval such as 2 HOURS, or USING CRON 0,30 * * * * UTC.",
            )
            with st.container(horizontal=True):
                added = st.form_submit_button("Add", type="primary")
                checked = st.form_submit_button("Check first", help="Asks GitHub, and creates nothing.")
        if not (added or checked):
            return
        names = words.repositories(text)
        if not names:
            st.error("Name at least one repository, as in its address: github.com/**owner/name**.")
            return
        request = {
            "resources": names,
            "include": words.repositories(include),
            "exclude": words.repositories(exclude),
            "archived": archived,
            "forks": forks,
            "schedule": interval.strip(),
        }
        if checked:
            with feedback.errors_shown(), st.spinner("Asking GitHub…"):
                _show_check(visit, commands.enable(visit.account, request | {"dry_run": True}))
        else:
            feedback.act(lambda: _added(commands.enable(visit.account, request)), "Asking GitHub, then creating…")


def _added(report: dict) -> str:
    parts = []
    if report["enabled"]:
        parts.append(f"{words.listed(report['enabled'])} added: the first load has started.")
    if report["unchanged"]:
        parts.append(f"{words.listed(report['unchanged'])} was there already.")
    if report["skipped"]:
        parts.append(f"{len(report['skipped']):,} left out.")
    failed = [f"{each['resource']}: {each['reason']}" for each in report["failed"]]
    if failed and not report["enabled"]:
        raise ConnectorError(" | ".join(failed))
    return " ".join(parts + failed) or "Nothing is like that: no repository was added."


def _show_check(visit: Visit, report: dict) -> None:
    found = report["enabled"]
    st.info(
        f"{len(found):,} would be added: {words.listed(found, 20)}." if found else "Nothing would be added.",
        icon=":material/fact_check:",
    )
    if report["unchanged"]:
        st.caption(f"Already there: {words.listed(report['unchanged'], 20)}.")
    for reason in sorted({each["reason"] for each in report["skipped"]}):
        names = [each["resource"] for each in report["skipped"] if each["reason"] == reason]
        st.caption(f"Left out, {reason}: {words.listed(names)}.")
    for name in found[:_MOST_ESTIMATES]:
        cost = commands.estimate(visit.account, name)
        about = "" if cost["exact"] else "about "
        st.caption(
            f"**{name}**: {about}{cost['issues']:,} issues, {cost['requests']:,} requests, "
            f"{cost['minutes']:,} minutes, {cost['megabytes']:,} MB."
        )
