"""What follows a click: waiting, success that outlives the rerun, or an error that says what to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from page import memory
from page.failure import ConnectorError

_NOTICE = "notice"
_SHOWN = "shown-notice"


@contextmanager
def errors_shown() -> Iterator[None]:
    """What the account refuses in it is shown in its place, and the rest of the page stays."""
    try:
        yield
    except ConnectorError as error:
        st.error(str(error), icon=":material/error:")


def act(action: Callable[[], str | None], waiting: str = "Working…", where=None) -> None:
    """Runs the action and shows the page as it is then; what is refused is said `where`, or in place."""
    with where or st.container(), errors_shown():
        with st.spinner(waiting):
            text = action()
        changed(text)
        st.rerun()


def changed(text: str | None) -> None:
    """Something is not as it was: what was remembered is forgotten, and a text is shown after the rerun."""
    memory.forget()
    st.session_state[_NOTICE] = text


def begin_again() -> None:
    """What stands above was read before something changed: all of it is read again, below the same notice."""
    changed(st.session_state.get(_SHOWN))
    st.rerun()


def show_notice() -> None:
    text = st.session_state[_SHOWN] = st.session_state.pop(_NOTICE, None)
    if text:
        st.success(text, icon=":material/check_circle:")


def nothing_yet(text: str) -> None:
    """An empty state, which says what to do next."""
    st.info(text, icon=":material/inbox:")
