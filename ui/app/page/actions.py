"""What can be done with a repository, below the table of states."""

from collections.abc import Callable

import streamlit as st

from page.connector import Connector, Resource
from page.failure import ConnectorError

_NOTICE = "action-notice"


def show(connector: Connector, resources: list[Resource]) -> None:
    st.subheader("Manage a repository", anchor=False)
    notice = st.session_state.pop(_NOTICE, None)
    if notice:
        st.success(notice, icon=":material/check_circle:")
    # Chosen by name: what is remembered over a rerun must not be what the repository was before it.
    by_key = {resource.key: resource for resource in resources}
    chosen = by_key[
        st.selectbox("Repository", list(by_key), format_func=lambda key: _label(by_key[key]), key="managed-repository")
    ]
    answer = st.container()
    with st.container(horizontal=True):
        if st.button("Run now", icon=":material/play_arrow:", disabled=not chosen.enabled):
            _do(answer, lambda: connector.run_now(chosen))
        if chosen.enabled:
            if st.button("Disable", icon=":material/pause:", help="Suspends its schedule; the data stays."):
                _do(answer, lambda: connector.disable(chosen))
        elif st.button("Resume", icon=":material/resume:"):
            _do(answer, lambda: connector.resume(chosen))
        if st.button(
            "Compare with GitHub",
            icon=":material/compare_arrows:",
            help="Marks what was deleted or transferred. It happens once a day by itself.",
        ):
            _do(answer, lambda: _compared(connector, chosen))
        _show_schedule(connector, chosen, answer)
        if st.button("Read again", icon=":material/restart_alt:", help="Reads it from its first issue again."):
            _confirm_reload(connector, chosen)
        if st.button("Delete", icon=":material/delete:"):
            _confirm_delete(connector, chosen)
    _show_connector(connector, resources, answer)


def _label(resource: Resource) -> str:
    return resource.name if resource.enabled else f"{resource.name} ({resource.status.lower()})"


def _compared(connector: Connector, resource: Resource) -> str:
    found = connector.compare(resource)
    return f"{found.listed:,} issues compared: {found.gone:,} found gone and marked, {found.mended:,} mended."


def _show_schedule(connector: Connector, resource: Resource, answer) -> None:
    with st.popover("Schedule", icon=":material/schedule:"), st.form("schedule", border=False):
        wanted = st.text_input(
            "When it runs",
            value=resource.schedule,
            help="An interval such as 30 MINUTES or 2 HOURS, or USING CRON 0 * * * * UTC.",
        )
        if st.form_submit_button("Set", type="primary"):
            _do(answer, lambda: connector.schedule(resource, wanted.strip()))


def _show_connector(connector: Connector, resources: list[Resource], answer) -> None:
    with st.container(horizontal=True):
        if st.button("Pause all", icon=":material/pause_circle:", disabled=not resources):
            _do(answer, connector.pause)
        if st.button("Resume all", icon=":material/play_circle:", disabled=not resources):
            _do(answer, connector.resume_all)


@st.dialog("Read it again?")
def _confirm_reload(connector: Connector, resource: Resource) -> None:
    st.write(f"Every issue of **{resource.name}** is read once more, a request for 100 of them. No row is lost.")
    answer = st.container()
    if st.button("Read again now", type="primary"):
        _do(answer, lambda: connector.reload(resource))


@st.dialog("Delete the repository?")
def _confirm_delete(connector: Connector, resource: Resource) -> None:
    st.write(f"**{resource.name}** is no longer pulled.")
    with_data = st.checkbox(f"Drop its table and view as well ({resource.table})")
    answer = st.container()
    if st.button("Delete now", type="primary"):
        _do(answer, lambda: connector.delete(resource, with_data))


def _do(answer, action: Callable[[], str]) -> None:
    """Runs the action and shows the new state, or says in place why it was refused."""
    try:
        with answer, st.spinner("Working…"):
            text = action()
    except ConnectorError as error:
        answer.error(str(error), icon=":material/error:")
        return
    st.session_state[_NOTICE] = text
    st.rerun()
