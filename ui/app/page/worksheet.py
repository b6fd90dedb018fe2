"""SQL that a person can take into a worksheet to see the same, or more."""

import streamlit as st


def show(text: str, label: str = "The same in a worksheet", expanded: bool = False) -> None:
    with st.expander(label, icon=":material/code:", expanded=expanded):
        st.code(text.strip(), language="sql", wrap_lines=True)


def filled(text: str, names: dict[str, str]) -> str:
    """The text with its placeholders replaced: for reading and copying, never sent to the account by this page."""
    for placeholder, name in names.items():
        text = text.replace(placeholder, name)
    return text
