"""One repository at hand: how it stands, and what can be done with it."""

import streamlit as st

from page import commands, feedback, watch, words
from page.reading import Repository
from page.visit import Visit

CHOSEN = "managed-repository"


def show(visit: Visit, repositories: list[Repository], offered: list[str]) -> None:
    by_key = {repository.key: repository for repository in repositories}
    # Chosen by name: what is remembered over a rerun must not be what the repository was before it.
    if st.session_state.get(CHOSEN) not in offered:
        st.session_state[CHOSEN] = offered[0]
    with st.container(border=True):
        chosen = by_key[st.selectbox("Repository", offered, key=CHOSEN, help="Or choose a row of the table.")]
        paused = visit.configuration().paused
        _show_standing(chosen, paused)
        if visit.rights.may("RUN_NOW"):
            _show_actions(visit, chosen, paused)


def _show_standing(chosen: Repository, paused: bool) -> None:
    word, colour, icon = words.state(chosen, paused)
    rows = "" if chosen.rows is None else f" {chosen.rows:,} rows in `{chosen.table}`."
    st.markdown(f":{colour}-badge[{icon} {word}]{rows} Last complete: {words.age(chosen.age_minutes)}.")
    if chosen.state == "FAILED" and chosen.enabled:
        st.error(chosen.reason or "No reason was recorded.", icon=":material/error:")
    elif chosen.state == "WAITING" and chosen.enabled:
        st.warning(
            f"GitHub's limit is used up. It goes on by itself after {words.instant(chosen.resume_at)}; "
            "until then a run ends at once.",
            icon=":material/hourglass_top:",
        )
    elif paused and chosen.enabled:
        st.info("The connector is paused. Resume it in Settings.", icon=":material/pause_circle:")


def _show_actions(visit: Visit, chosen: Repository, paused: bool) -> None:
    account, key = visit.account, chosen.key
    answer = st.container()

    def act(action, waiting: str = "Working…") -> None:
        feedback.act(action, waiting, answer)

    with st.container(horizontal=True):
        if st.button("Run now", icon=":material/play_arrow:", disabled=not chosen.enabled or paused):
            act(lambda: _watched(chosen, commands.run_now(account, key)))
        if chosen.enabled:
            if st.button("Disable", icon=":material/pause:", help="Suspends its schedule; the data stays."):
                act(lambda: commands.disable(account, key))
        elif st.button("Enable", icon=":material/resume:", help="It goes on where it stopped."):
            act(lambda: commands.resume(account, key))
        _show_schedule(visit, chosen, answer)
        if st.button(
            "Compare",
            icon=":material/compare_arrows:",
            help="Reads all of GitHub's list and marks what was deleted or transferred. Happens daily by itself.",
        ):
            act(lambda: commands.compare(account, key), "Comparing with GitHub…")
        if st.button("Reload", icon=":material/restart_alt:", help="Reads it from its first issue again."):
            _confirm_reload(visit, chosen)
        if visit.rights.may("DELETE_RESOURCE") and st.button("Delete", icon=":material/delete:"):
            _confirm_delete(visit, chosen)


def _watched(chosen: Repository, answer: str) -> str:
    watch.expect_run(chosen)
    return answer


def _show_schedule(visit: Visit, chosen: Repository, answer) -> None:
    with st.popover("Schedule", icon=":material/schedule:"), st.form("schedule", border=False):
        wanted = st.text_input(
            "When it runs",
            value=chosen.schedule,
            help="An interval such as 30 MINUTES or 2 HOURS, or USING CRON 0 * * * * UTC.",
        )
        if st.form_submit_button("Set", type="primary"):
            feedback.act(lambda: commands.schedule(visit.account, chosen.key, wanted.strip()), where=answer)


@st.dialog("Read it again?")
def _confirm_reload(visit: Visit, chosen: Repository) -> None:
    st.write(f"Every issue of **{chosen.key}** is read once more, a request for 100 of them. No row is lost.")
    if st.button("Reload now", type="primary"):
        feedback.act(lambda: _watched(chosen, commands.reload(visit.account, chosen.key)))


@st.dialog("Delete the repository?")
def _confirm_delete(visit: Visit, chosen: Repository) -> None:
    st.write(f"**{chosen.key}** is no longer pulled.")
    with_data = st.checkbox(f"Drop its table and view as well ({chosen.table})")
    if st.button("Delete now", type="primary"):
        feedback.act(lambda: commands.delete(visit.account, chosen.key, with_data))
