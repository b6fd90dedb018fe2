"""What the administrator has to allow: two privileges on the account, and a warehouse to ingest with."""

from dataclasses import dataclass

import streamlit as st

from page import application

try:
    import snowflake.permissions as permissions
except ImportError:  # Outside a native app there is nobody to ask.
    permissions = None


@dataclass(frozen=True)
class Consents:
    """What is missing still; `askable` is false where Snowflake shows no pop-ups."""

    missing_privileges: list[str]
    warehouse_missing: bool
    askable: bool

    @property
    def complete(self) -> bool:
        return not self.missing_privileges and not self.warehouse_missing


NOTHING_MISSING = Consents([], False, False)


def read() -> Consents:
    """Asks Snowflake what is granted now."""
    if permissions is None:
        return NOTHING_MISSING
    return Consents(
        list(permissions.get_missing_account_privileges(application.privileges())),
        not permissions.get_reference_associations(application.warehouse_reference()),
        not _viewer_mode(),
    )


def ask_once(consents: Consents) -> None:
    """Opens the first pop-up on a visit's first run; later ones only open on request."""
    if consents.askable and not consents.complete and "asked_for_consent" not in st.session_state:
        st.session_state["asked_for_consent"] = True
        ask(consents)


def ask(consents: Consents) -> None:
    """Opens the pop-up for what is missing first: Snowflake shows one at a time."""
    if consents.missing_privileges:
        permissions.request_account_privileges(consents.missing_privileges)
    elif consents.warehouse_missing:
        permissions.request_reference(application.warehouse_reference())


def _viewer_mode() -> bool:
    # Older releases of the permission package lack it.
    return bool(getattr(permissions, "is_viewer_mode", lambda: False)())
