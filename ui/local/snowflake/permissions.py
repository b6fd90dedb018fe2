"""Snowflake's permission package, answered by the local account.

The same functions as the package of that name in Snowflake's own channel, as far as the page uses them:
https://docs.snowflake.com/en/developer-guide/native-apps/requesting-permission-sdk-ref
What is granted is asked of the account each time; a request opens a dialog in which the person at the
browser, who stands for the administrator, says yes or no.
"""

import streamlit as st
from snowflake.connector.errors import Error

from administration import Administration
from manifest import ReferenceDefinition

_administration: Administration | None = None


def serve(administration: Administration) -> None:
    """Says which application this process shows; the launcher calls it once."""
    global _administration
    _administration = administration


def is_viewer_mode() -> bool:
    """The local account shows every page to its administrator."""
    return False


def get_held_account_privileges(privileges: list[str]) -> list[str]:
    """Those of the privileges that the application holds."""
    granted = _served().granted_privileges()
    return [name for name in _served().known_privileges(privileges) if name in granted]


def get_missing_account_privileges(privileges: list[str]) -> list[str]:
    """Those of the privileges that the application does not hold."""
    granted = _served().granted_privileges()
    return [name for name in _served().known_privileges(privileges) if name not in granted]


def get_reference_associations(reference: str) -> list[str]:
    """Aliases of the objects bound to a reference."""
    return _served().associations(reference)


def request_account_privileges(privileges: list[str]) -> None:
    """Asks the administrator for privileges on the account."""
    _grant_dialog(_served().known_privileges(privileges))


def request_reference(reference: str) -> None:
    """Asks the administrator for the object that a reference shall stand for."""
    definition = _served().manifest.reference(reference)
    st.dialog(f"Choose a {definition.object_type.lower()}")(_show_reference)(definition)


@st.dialog("Grant privileges")
def _grant_dialog(privileges: list[str]) -> None:
    administration = _served()
    st.markdown(f"**{administration.application}** asks for these privileges on the account.")
    for privilege in administration.manifest.privileges:
        if privilege.name.upper() in privileges:
            st.markdown(f"**{privilege.name}**  \n{privilege.description}")
    if _answered("Grant", lambda: administration.grant(privileges)):
        st.rerun()


def _show_reference(definition: ReferenceDefinition) -> None:
    administration = _served()
    st.markdown(f"**{administration.application}** asks for: {definition.label}")
    st.caption(f"{definition.description} It will hold {', '.join(definition.privileges)} on it.")
    chosen = st.selectbox(definition.object_type.capitalize(), administration.objects(definition.object_type))
    if _answered("Allow", lambda: administration.bind(definition, chosen), disabled=chosen is None):
        st.rerun()


def _answered(yes: str, act, disabled: bool = False) -> bool:
    """Shows the two buttons; true once the person has chosen and, for yes, the account has agreed."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        refused = st.button("Not now")
        agreed = st.button(yes, type="primary", disabled=disabled)
    if agreed:
        try:
            act()
        except Error as error:
            st.error(error.raw_msg)
            return False
    return agreed or refused


def _served() -> Administration:
    if _administration is None:
        raise RuntimeError("No application is served: start the page with ui/start.")
    return _administration
