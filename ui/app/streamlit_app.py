"""The connector's page: what is set up, what is running, and what has arrived."""

import streamlit as st
from snowflake.snowpark.context import get_active_session

from page import configuration, consent, preview, state
from page.connector import Connector
from page.failure import ConnectorError


def main() -> None:
    st.set_page_config(layout="wide")
    connector = Connector(get_active_session())
    st.title("GitHub issues", anchor=False)
    st.caption("Issues and pull requests of GitHub repositories, pulled into tables of this account.")
    try:
        setting = connector.configuration()
        resources = connector.resources()
    except ConnectorError as error:
        st.error(f"The connector's state cannot be read: {error}", icon=":material/error:")
        return
    consents = consent.read()
    consent.ask_once(consents)

    tabs = st.tabs(["Configuration", "State", "Data preview", "Raw preview"])
    with tabs[0]:
        configuration.show(connector, setting, resources, consents)
    with tabs[1]:
        state.show(connector, resources)
    with tabs[2]:
        preview.show_flattened(connector, resources)
    with tabs[3]:
        preview.show_raw(connector, resources)


main()
