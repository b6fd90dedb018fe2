"""The frame of the page: title, how the connector stands, and one of five sections at a time.

Only the section that is looked at is rendered: Streamlit's own tabs would ask the account for all of them.
"""

import streamlit as st
from snowflake.snowpark.context import get_active_session

from page import data, feedback, monitor, reading, repositories, rights, settings, setup
from page.account import Account
from page.failure import ConnectorError
from page.visit import Visit

SETUP, REPOSITORIES, MONITOR, DATA, SETTINGS = "Set-up", "Repositories", "Monitor", "Data", "Settings"
_ICONS = {
    SETUP: ":material/checklist:",
    REPOSITORIES: ":material/folder_copy:",
    MONITOR: ":material/monitoring:",
    DATA: ":material/table_rows:",
    SETTINGS: ":material/settings:",
}
_SHOWN = {
    SETUP: setup.show,
    REPOSITORIES: repositories.show,
    MONITOR: monitor.show,
    DATA: data.show,
    SETTINGS: settings.show,
}
_SECTION = "section"
_LAST = "last-section"


def main(entrance: str, perhaps: str | None = None) -> None:
    """Shows the page to whom the role `entrance` lets in, and who may have the role `perhaps` besides."""
    st.set_page_config(layout="wide")
    account = Account(get_active_session())
    try:
        visit = Visit(account, rights.read(account, entrance, perhaps))
        setting = visit.configuration()
    except ConnectorError as error:
        st.title("GitHub issues", anchor=False)
        st.error(f"The connector's state cannot be read: {error}", icon=":material/error:")
        return
    _show_head(visit, setting)
    section = _choose(visit, setting)
    feedback.show_notice()
    _SHOWN[section](visit)


def _show_head(visit: Visit, setting: reading.Configuration) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("GitHub issues", anchor=False, width="content")
        st.markdown(_standing(visit, setting), width="content")


def _standing(visit: Visit, setting: reading.Configuration) -> str:
    if not setting.provisioned:
        return ":gray-badge[:material/circle: Not set up yet]"
    badges = []
    if setting.paused:
        badges.append(":orange-badge[:material/pause_circle: Paused]")
    if setting.tested and not setting.tested["ok"]:
        badges.append(":red-badge[:material/link_off: The connection does not work]")
    wanting = len(visit.conditions()) - setting.paused
    if wanting > 0:
        badges.append(f":red-badge[:material/warning: {wanting:,} to look at]")
    return " ".join(badges) or ":green-badge[:material/check_circle: All is well]"


def _choose(visit: Visit, setting: reading.Configuration) -> str:
    offered = [name for name in _SHOWN if name != DATA or visit.rights.reads_issues]
    # The first visit begins where something is missing; a click on what is chosen already changes nothing.
    if st.session_state.get(_SECTION) not in offered:
        first = REPOSITORIES if setting.provisioned else SETUP
        st.session_state[_SECTION] = st.session_state.get(_LAST, first)
    chosen = st.segmented_control(
        "Section",
        offered,
        format_func=lambda name: f"{_ICONS[name]} {name}",
        key=_SECTION,
        label_visibility="collapsed",
        on_change=_stay,
    )
    st.session_state[_LAST] = chosen
    return chosen


def _stay() -> None:
    if st.session_state[_SECTION] is None:
        st.session_state[_SECTION] = st.session_state[_LAST]
