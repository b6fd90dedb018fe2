"""What a visit remembers, so that a click asks the account for what it changes and for no more."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

import streamlit as st

T = TypeVar("T")

_FRESH = "fresh:"
_KEPT = "kept:"


def fresh(key: str, seconds: float, load: Callable[[], T]) -> T:
    """A value that is loaded again once it is so old, or after `forget`."""
    remembered = st.session_state.get(_FRESH + key)
    if remembered is None or monotonic() - remembered[0] > seconds:
        remembered = (monotonic(), load())
        st.session_state[_FRESH + key] = remembered
    return remembered[1]


def kept(key: str, load: Callable[[], T]) -> T:
    """A value that stays as long as the visit."""
    if _KEPT + key not in st.session_state:
        st.session_state[_KEPT + key] = load()
    return st.session_state[_KEPT + key]


def forget(only: str = "") -> None:
    """After something was changed: all of `fresh` is loaded again, or only what has this key."""
    for key in [key for key in st.session_state if str(key).startswith(_FRESH)]:
        if only in ("", str(key).removeprefix(_FRESH)):
            del st.session_state[key]
