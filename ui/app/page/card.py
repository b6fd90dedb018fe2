"""A framed part of a section, with its title."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def titled(title: str, purpose: str = "") -> Iterator[None]:
    """Everything inside stands below the title, and below one sentence that says what it is for."""
    with st.container(border=True):
        st.markdown(f"**{title}**  \n{purpose}" if purpose else f"**{title}**")
        yield
