"""The connection: decided once, tested whenever there is doubt, changed while repositories run."""

import streamlit as st

from page import application, card, commands, feedback, words
from page.reading import Configuration
from page.visit import Visit

_TEST = "connection-test"


def show_summary(setting: Configuration) -> None:
    with card.titled("Connection"):
        if not setting.provisioned:
            feedback.nothing_yet("Not set up yet. Who has the role APP_USER does it here.")
            return
        stored = setting.connection
        st.markdown(
            f"Secret `{stored['secret_name']}`  \n"
            f"Integration `{stored['external_access_integration_name']}`  \n"
            f"Address `{stored.get('api_base_url') or 'https://api.github.com'}`  \n"
            f"Destination `{stored['destination_database']}`"
        )


def show_form(visit: Visit, blocked: bool) -> None:
    """What provisions the connector; blocked until it may create its database."""
    with st.form("connection"):
        st.markdown("**Connection and destination**")
        database = st.text_input(
            "Destination database",
            value="GITHUB",
            help="Created by the connector; each repository becomes a table in its schema PUBLIC.",
            disabled=blocked,
        )
        wanted = _fields({}, blocked)
        submitted = st.form_submit_button("Configure", type="primary", disabled=blocked)
    if blocked:
        st.caption("Grant the privileges first: the connector creates the database.")
    if submitted:
        wanted = {"destination_database": database.strip()} | wanted
        if _complete(wanted):
            feedback.act(
                lambda: f"{commands.provision(visit.account, wanted)}. Test the connection now.",
                "Creating the database and binding the connection…",
            )


def show_change(visit: Visit) -> None:
    if not visit.rights.may("UPDATE_CONNECTION"):
        return
    with (
        st.expander("Use another secret, integration or address", icon=":material/edit:"),
        st.form("change", border=False),
    ):
        st.caption("Repositories go on; a run that is under way ends with what it began with.")
        wanted = _fields(visit.configuration().connection, False)
        submitted = st.form_submit_button("Change")
    if submitted and _complete(wanted):
        feedback.act(lambda: f"{commands.update_connection(visit.account, wanted)}. Test it now.", "Binding…")


def show_test(visit: Visit) -> None:
    with card.titled("Test"):
        _show_result(st.session_state.get(_TEST) or visit.configuration().tested)
        with st.form("test", border=False):
            repository = st.text_input(
                "Repository to try (optional)",
                placeholder="owner/name",
                help="Says whether the token may read its issues.",
            )
            submitted = st.form_submit_button("Test connection")
        if submitted:
            names = words.repositories(repository)
            feedback.act(lambda: _test(visit, names[0] if names else None), "Asking GitHub…")


def _test(visit: Visit, repository: str | None) -> str | None:
    result = commands.test_connection(visit.account, repository)
    st.session_state[_TEST] = result
    return "The connection works." if result["ok"] else None


def _show_result(result: dict) -> None:
    if not result:
        feedback.nothing_yet("Not tested yet.")
    elif not result["ok"]:
        st.error(result["reason"], icon=":material/error:")
        st.caption(f"Tested {words.instant(result['tested_at'])}.")
    else:
        left = (
            ""
            if result.get("remaining") is None
            else f" · {result['remaining']:,} of {result['limit']:,} requests left"
        )
        ends = result.get("token_expires_at")
        read = f" · reads {result['resource']}" if isinstance(result.get("resource"), str) else ""
        st.markdown(
            f":green[:material/check_circle:] Tested {words.instant(result['tested_at'])}{left}{read}"
            + (f" · the token ends {words.instant(ends)}" if ends else "")
        )


def _fields(stored: dict, blocked: bool) -> dict:
    declared = application.connection()
    secret = st.text_input(
        "Secret name",
        value=stored.get("secret_name", ""),
        placeholder=f"<database>.<schema>.{declared['secrets'][0]['name']}",
        help="A GENERIC_STRING secret with a GitHub token; the app needs READ on it.",
        disabled=blocked,
    )
    integration = st.text_input(
        "External access integration name",
        value=stored.get("external_access_integration_name", declared["integration"]),
        help="It allows the app to reach GitHub; the app needs USAGE on it.",
        disabled=blocked,
    )
    address = st.text_input(
        "API base URL (optional)",
        value=stored.get("api_base_url") or "",
        placeholder="https://api.github.com",
        help="Only for GitHub Enterprise Server; the integration's network rule must list the host.",
        disabled=blocked,
    )
    return {
        "secret_name": secret.strip(),
        "external_access_integration_name": integration.strip(),
        "api_base_url": address.strip(),
    }


def _complete(wanted: dict) -> bool:
    missing = [key.replace("_", " ") for key, value in wanted.items() if not value and key != "api_base_url"]
    if missing:
        st.error(f"Fill in: {', '.join(missing)}.", icon=":material/error:")
    return not missing
