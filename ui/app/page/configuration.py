"""The first tab: permissions, the connection, and the repositories that are pulled."""

import re

import pandas as pd
import streamlit as st

from page import application, consent
from page.connector import Configuration, Connector, Resource
from page.consent import Consents
from page.failure import ConnectorError

_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
_REPOSITORY = re.compile(r"[A-Za-z0-9._-]+")


def show(connector: Connector, setting: Configuration | None, resources: list[Resource], consents: Consents) -> None:
    _show_notice()
    # Always there, so that what stands below keeps its place when the permissions go.
    permissions = st.container()
    if not consents.complete:
        with permissions:
            _show_consents(consents)
    left, right = st.columns(2, gap="large")
    with left:
        _show_resources(resources)
        _show_enabling(connector, ready=setting is not None and consents.complete)
    with right:
        _show_connection(connector, setting, consents)


def _show_consents(consents: Consents) -> None:
    with st.container(border=True):
        st.subheader("Permissions", anchor=False)
        for privilege in application.privileges():
            _item(privilege not in consents.missing_privileges, f"{privilege} on the account")
        _item(not consents.warehouse_missing, "A warehouse to ingest with")
        if not consents.askable:
            st.info("Open the app in Snowsight as its administrator to grant what is missing.")
        elif consents.missing_privileges:
            if st.button("Grant privileges", type="primary"):
                consent.ask(consents)
        elif st.button("Choose a warehouse", type="primary"):
            consent.ask(consents)


def _item(done: bool, text: str) -> None:
    st.markdown(f":green[:material/check_circle:] {text}" if done else f":gray[:material/circle:] {text}")


def _show_resources(resources: list[Resource]) -> None:
    st.subheader("Enabled repositories", anchor=False)
    if not resources:
        st.info("None yet. Enable the first one below.", icon=":material/inbox:")
        return
    rows = [(resource.name, resource.status.capitalize(), resource.schedule, resource.table) for resource in resources]
    st.dataframe(
        pd.DataFrame(rows, columns=["Repository", "Status", "Schedule", "Table"]),
        hide_index=True,
        width="stretch",
    )


def _show_enabling(connector: Connector, ready: bool) -> None:
    answer = st.container()
    with st.form("enable"):
        st.markdown("**Enable a repository**")
        owner = st.text_input("Organisation name", placeholder="Snowflake-Labs", disabled=not ready)
        name = st.text_input("Repository name", placeholder="sfquickstarts", disabled=not ready)
        submitted = st.form_submit_button("Start ingestion", type="primary", disabled=not ready)
    if not ready:
        st.caption("Grant the permissions and configure the connection first.")
    if submitted:
        with answer:
            _enable(connector, owner.strip(), name.strip())


def _enable(connector: Connector, owner: str, name: str) -> None:
    if not _OWNER.fullmatch(owner):
        st.error("Give the organisation or user as in the repository's address: github.com/**organisation**/name.")
        return
    if not _REPOSITORY.fullmatch(name):
        st.error("Give the repository as in its address: github.com/organisation/**name**.")
        return
    try:
        with st.spinner("Creating its table, view and task…"):
            answer = connector.enable(f"{owner}/{name}")
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")
        return
    _notice(f"{answer}. The first ingestion has started: see State.")
    st.rerun()


def _show_connection(connector: Connector, setting: Configuration | None, consents: Consents) -> None:
    st.subheader("Connection", anchor=False)
    done = setting is not None
    locked = done or bool(consents.missing_privileges)
    answer = st.container()
    if done:
        answer.success("Connector provisioned.", icon=":material/check_circle:")
    with st.form("connection"):
        database = st.text_input(
            "Destination database",
            value=setting.destination_database if done else "",
            placeholder="GITHUB",
            help="Created by the connector; each repository becomes a table in its schema PUBLIC.",
            disabled=locked,
        )
        secret = st.text_input(
            "Secret name",
            value=setting.secret_name if done else "",
            placeholder="GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN",
            help="A GENERIC_STRING secret with a GitHub token; the app needs READ on it.",
            disabled=locked,
        )
        integration = st.text_input(
            "External access integration name",
            value=setting.external_access_integration_name if done else "",
            placeholder="GITHUB_INTEGRATION",
            help="It allows the app to reach GitHub; the app needs USAGE on it.",
            disabled=locked,
        )
        base_url = st.text_input(
            "API base URL (optional)",
            value=(setting.api_base_url or "") if done else "",
            placeholder="https://api.github.com",
            help="Only for GitHub Enterprise Server; the integration's network rule must list the host.",
            disabled=locked,
        )
        submitted = st.form_submit_button("Configure", type="primary", disabled=locked)
    if consents.missing_privileges and not done:
        st.caption("Grant the permissions first: the connector creates the database.")
    if submitted:
        wanted = Configuration(database.strip(), secret.strip(), integration.strip(), base_url.strip())
        with answer:
            _provision(connector, wanted)


def _provision(connector: Connector, setting: Configuration) -> None:
    missing = [
        label
        for label, value in (
            ("destination database", setting.destination_database),
            ("secret name", setting.secret_name),
            ("external access integration name", setting.external_access_integration_name),
        )
        if not value
    ]
    if missing:
        st.error(f"Fill in: {', '.join(missing)}.")
        return
    try:
        with st.spinner("Creating the database and binding the connection…"):
            answer = connector.provision(setting)
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")
        return
    _notice(f"{answer}. Enable the first repository now.")
    st.rerun()


def _notice(text: str) -> None:
    """Keeps a text over the rerun that shows the new state."""
    st.session_state["notice"] = text


def _show_notice() -> None:
    text = st.session_state.pop("notice", None)
    if text:
        st.toast(text, icon=":material/check_circle:")
