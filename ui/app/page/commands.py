"""What the page may ask the connector to do: one function a procedure."""

import json

from page import application
from page.account import Account


def provision(account: Account, setting: dict) -> str:
    """Provisions the connector; fields left empty are left out, so that the connector's own apply."""
    return account.answer(application.call("PROVISION_CONNECTOR"), json.dumps(_filled(setting)))


def update_connection(account: Account, change: dict) -> str:
    """Binds another secret or integration, or the same again; an empty address is the connector's own."""
    address = change.get("api_base_url") or None
    return account.answer(application.call("UPDATE_CONNECTION"), json.dumps(change | {"api_base_url": address}))


def test_connection(account: Account, repository: str | None) -> dict:
    """Tries the connection, and a repository if one is named; that it does not work is an answer."""
    return account.document(application.full_call("TEST_CONNECTION"), repository or None)


def prerequisites(account: Account) -> list[dict]:
    return account.document(application.call("PREREQUISITES"))


def enable(account: Account, request: dict) -> dict:
    """Enables a list of repositories, or says with `dry_run` what that would do."""
    return account.document(application.call("ENABLE_RESOURCES"), json.dumps(_filled(request)))


def estimate(account: Account, repository: str) -> dict:
    return account.document(application.call("ESTIMATE_RESOURCE"), repository)


def run_now(account: Account, repository: str) -> str:
    return account.answer(application.call("RUN_NOW"), repository)


def disable(account: Account, repository: str) -> str:
    return account.answer(application.call("DISABLE_RESOURCE"), repository)


def resume(account: Account, repository: str) -> str:
    return account.answer(application.call("RESUME_RESOURCE"), repository)


def reload(account: Account, repository: str) -> str:
    return account.answer(application.call("FULL_RELOAD"), repository)


def compare(account: Account, repository: str) -> str:
    """Compares the table with all that GitHub has, which takes a request for 100 issues."""
    found = account.document(application.call("RECONCILE_RESOURCE"), repository)["extras"]
    mended = found["inserted"] + found["updated"]
    return (
        f"{found['fetched']:,} issues compared: {found['marked_deleted']:,} found gone and marked, {mended:,} mended."
    )


def schedule(account: Account, repository: str, wanted: str) -> str:
    """Sets when a repository runs, or all of them for `*`."""
    return account.answer(application.call("SET_SCHEDULE"), repository, wanted)


def delete(account: Account, repository: str, with_data: bool) -> str:
    return account.answer(application.full_call("DELETE_RESOURCE"), repository, with_data)


def pause(account: Account) -> str:
    return account.answer(application.call("PAUSE_CONNECTOR"))


def resume_all(account: Account) -> str:
    return account.answer(application.call("RESUME_CONNECTOR"))


def recover(account: Account) -> dict:
    return account.document(application.call("RECOVER"))


def retain(account: Account, days: int) -> dict:
    """Keeps history for so many days; the answer counts the rows deleted from each table now."""
    return account.document(application.call("SET_RETENTION"), days)


def reset(account: Account, with_data: bool) -> str:
    return account.answer(application.full_call("RESET"), with_data)


def export(account: Account) -> str:
    """The configuration as a document for people and for another installation."""
    return json.dumps(account.document(application.call("EXPORT_CONFIGURATION")), indent=2)


def import_document(account: Account, document: str) -> dict:
    return account.document(application.call("IMPORT_CONFIGURATION"), document)


def _filled(document: dict) -> dict:
    return {key: value for key, value in document.items() if value not in ("", None, [])}
