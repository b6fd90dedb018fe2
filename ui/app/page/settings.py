"""The section Settings: what holds for all repositories, and what an administrator does rarely."""

import streamlit as st

from page import card, commands, feedback, history, words
from page.visit import Visit

_EXPORT = "exported"
_RUNS = "All schedules run. Paused, runs that are under way come to their end."
_EXPORTED = "What people decided, for keeping or for another installation. It names the secret, never holds it."


def show(visit: Visit) -> None:
    with feedback.errors_shown():
        left, right = st.columns(2, gap="large")
        with left:
            _show_running(visit)
            _show_schedules(visit)
            _show_recovery(visit)
        with right:
            _show_configuration(visit)
            _show_history(visit)
            _show_reset(visit)


def _show_running(visit: Visit) -> None:
    if not visit.rights.may("PAUSE_CONNECTOR"):
        return
    paused = visit.configuration().paused
    text = "The connector is paused: no schedule runs." if paused else _RUNS
    with card.titled("Pause and resume", text):
        if paused:
            if st.button("Resume", type="primary", icon=":material/play_circle:"):
                feedback.act(lambda: commands.resume_all(visit.account))
        else:
            if st.button("Pause", icon=":material/pause_circle:", disabled=not visit.configuration().provisioned):
                feedback.act(lambda: commands.pause(visit.account))


def _show_schedules(visit: Visit) -> None:
    with card.titled("Schedules"):
        repositories = [repository for repository in visit.repositories() if repository.enabled]
        if not repositories:
            feedback.nothing_yet("No repository is enabled. Add one in Repositories.")
            return
        used = sorted({repository.schedule for repository in repositories})
        st.markdown(f"{len(repositories):,} enabled, {'all of them' if len(used) == 1 else 'with'}: {_texts(used)}")
        week = visit.fresh(f"runs-{history.WEEK.title}", lambda: history.over_time(visit.account, history.WEEK))
        st.caption(
            f"The runs of the last seven days took {week['Seconds'].sum():,.0f} seconds, which is "
            f"{week['Credits'].sum():,.4f} credits on an X-Small warehouse with nothing beside them; a warehouse "
            "is paid for until it suspends, too. One shared minute for all lets it suspend in between."
        )
        if visit.rights.may("SET_SCHEDULE"):
            _show_schedule_form(visit)


def _texts(schedules: list[str], most: int = 4) -> str:
    shown = ", ".join(f"`{schedule}`" for schedule in schedules[:most])
    return shown if len(schedules) <= most else f"{shown} and {len(schedules) - most:,} more"


def _show_schedule_form(visit: Visit) -> None:
    with st.form("schedules", border=False):
        wanted = st.text_input(
            "One schedule for all",
            placeholder="USING CRON 0,30 * * * * UTC",
            help="An interval such as 30 MINUTES or 2 HOURS, or USING CRON with a time zone.",
        )
        submitted = st.form_submit_button("Set for all")
    if submitted:
        feedback.act(lambda: commands.schedule(visit.account, "*", wanted.strip()))


def _show_recovery(visit: Visit) -> None:
    if not visit.rights.may("RECOVER"):
        return
    with card.titled(
        "Recover", "Puts right runs that ended without a word, and starts every schedule that should run."
    ):
        if st.button("Recover", icon=":material/healing:"):
            feedback.act(lambda: _recovered(commands.recover(visit.account)))


def _recovered(report: dict) -> str:
    left = report["recovered"]
    found = f"{words.listed(left)} was left and goes on." if left else "No run was left."
    return f"{found} {len(report['started']):,} schedules run."


def _show_configuration(visit: Visit) -> None:
    with card.titled("Configuration", _EXPORTED):
        if st.button("Export", icon=":material/download:"):
            with st.spinner("Reading…"):
                st.session_state[_EXPORT] = commands.export(visit.account)
        if _EXPORT in st.session_state:
            st.download_button(
                "Save as a file", st.session_state[_EXPORT], "snowpull.json", "application/json", on_click="ignore"
            )
            st.code(st.session_state[_EXPORT], language="json", height=220)
        if visit.rights.may("IMPORT_CONFIGURATION"):
            _show_import(visit)


def _show_import(visit: Visit) -> None:
    with st.form("import", border=False):
        document = st.text_area(
            "Import",
            placeholder='{"format": 1, "resources": [...]}',
            help="Its repositories are enabled once GitHub has confirmed each; the connection is not taken over.",
            height=90,
        )
        submitted = st.form_submit_button("Import", icon=":material/upload:")
    if submitted:
        feedback.act(lambda: _imported(commands.import_document(visit.account, document)), "Asking GitHub…")


def _imported(report: dict) -> str:
    parts = [f"{len(report['enabled']):,} enabled, {len(report['disabled']):,} disabled."]
    return " ".join(parts + [f"{each['resource']}: {each['reason']}" for each in report["failed"]])


def _show_history(visit: Visit) -> None:
    if not visit.rights.may("SET_RETENTION"):
        return
    words = "Runs and states that are older are forgotten, now and once a day; the newest of each repository stays."
    with card.titled("History", words):
        with st.form("history", border=False):
            kept = visit.configuration().retention_days
            days = st.number_input("Days to keep", min_value=1, max_value=3650, value=kept, width=180)
            submitted = st.form_submit_button("Keep history", icon=":material/auto_delete:")
        if submitted:
            feedback.act(lambda: _retained(commands.retain(visit.account, int(days))))


def _retained(answer: dict) -> str:
    forgotten = sum(answer["deleted"].values())
    return f"History is kept for {answer['retention_days']:,} days. {forgotten:,} rows of history forgotten."


def _show_reset(visit: Visit) -> None:
    if not visit.rights.may("RESET"):
        return
    with card.titled("Reset", "Takes away every repository and the connection. The destination database stays."):
        if st.button("Reset", icon=":material/delete_forever:"):
            _confirm_reset(visit)


@st.dialog("Reset the connector?")
def _confirm_reset(visit: Visit) -> None:
    st.write("Every repository is taken out, and the connection is forgotten. This cannot be undone.")
    with_data = st.checkbox("Drop all tables and views with issues as well")
    agreed = st.text_input("Write RESET to go on")
    if st.button("Reset now", type="primary", disabled=agreed != "RESET"):
        feedback.act(lambda: commands.reset(visit.account, with_data))
