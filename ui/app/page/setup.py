"""The section Set-up: what has to be there before the first row, what is done, and the next thing to do."""

import streamlit as st

from page import application, card, commands, connection, consent, feedback, memory, worksheet
from page.consent import Consents
from page.visit import Visit

_CHECKED_SECONDS = 60.0

# Title and purpose of what PREREQUISITES lists; what is not in here shows under its own name.
_STEPS = {
    "EXECUTE TASK": ("Privilege to run tasks", "Each repository is read by a task of its own."),
    "CREATE DATABASE": ("Privilege to create a database", "The issues go to a database that the connector owns."),
    "WAREHOUSE": ("A warehouse", "Runs the tasks; the smallest size is enough."),
    "PROVISIONED": ("Connection and destination", "Which secret and integration to use, and where the issues go."),
    "CONNECTION_TESTED": ("Test", "GitHub answers, and takes the token."),
    "RESOURCE_ENABLED": ("First repository", "What is pulled."),
}
_GRANTED = ("EXECUTE TASK", "CREATE DATABASE", "WAREHOUSE")


def show(visit: Visit) -> None:
    with feedback.errors_shown():
        steps = _check(visit)
        # Snowflake is asked for its pop-ups only where one of them could help.
        missing = any(not step["done"] for step in steps if step["prerequisite"] in _GRANTED)
        consents = consent.read() if missing else consent.NOTHING_MISSING
        if visit.rights.may("PROVISION_CONNECTOR"):
            consent.ask_once(consents)
        _show_progress(steps)
        left, right = st.columns([5, 6], gap="large")
        with left:
            for step in steps:
                _show_step(step, visit, consents)
        with right:
            _show_task(visit, steps)


def _check(visit: Visit) -> list[dict]:
    """Remembered only once nothing is missing: what is done in a pop-up is done without this page."""
    steps = memory.fresh("prerequisites", _CHECKED_SECONDS, lambda: commands.prerequisites(visit.account))
    if not all(step["done"] for step in steps):
        memory.forget("prerequisites")
    return steps


def _show_progress(steps: list[dict]) -> None:
    done = sum(step["done"] for step in steps)
    text = "Everything is set up." if done == len(steps) else f"{done} of {len(steps)} steps done"
    st.progress(done / len(steps), text=text)


def _show_step(step: dict, visit: Visit, consents: Consents) -> None:
    name, done = step["prerequisite"], step["done"]
    title, purpose = _STEPS.get(name, (name, ""))
    mark = ":green[:material/check_circle:]" if done else ":gray[:material/radio_button_unchecked:]"
    with st.container(border=True, gap="small"):
        st.markdown(f"{mark} **{title}**  \n{purpose}")
        if not done:
            _show_way(step, visit, consents)


def _show_way(step: dict, visit: Visit, consents: Consents) -> None:
    if step["prerequisite"] not in _GRANTED:
        if not visit.rights.may("PROVISION_CONNECTOR"):
            st.caption(f"For: {step['who']}.")
        return
    if not consents.askable or not visit.rights.lends:
        st.caption(f"For: {step['who']}. {step['way_out']}")
    elif step["prerequisite"] == "WAREHOUSE":
        if st.button("Choose a warehouse", type="primary", disabled=bool(consents.missing_privileges)):
            consent.ask(consents)
    elif step["prerequisite"] == consents.missing_privileges[0] and st.button("Grant privileges", type="primary"):
        # One pop-up asks for all that are missing.
        consent.ask(consents)


def _show_task(visit: Visit, steps: list[dict]) -> None:
    """The first thing that is missing and that is done on this page, or what can be changed later."""
    missing = [step["prerequisite"] for step in steps if not step["done"]]
    setting = visit.configuration()
    if not visit.rights.may("PROVISION_CONNECTOR"):
        connection.show_summary(setting)
    elif "PROVISIONED" in missing:
        blocked = set(missing) & set(_GRANTED)
        connection.show_form(visit, blocked="CREATE DATABASE" in blocked or "EXECUTE TASK" in blocked)
    else:
        connection.show_summary(setting)
        connection.show_test(visit)
        if "RESOURCE_ENABLED" in missing:
            _show_last_step()
        connection.show_change(visit)
    worksheet.show(_administration(), "What an account administrator prepares")


def _show_last_step() -> None:
    with card.titled("Add the first repository", "Its issues arrive while you look on."):
        st.button("Go to Repositories", type="primary", icon=":material/arrow_forward:", on_click=_go)


def _go() -> None:
    st.session_state["section"] = "Repositories"


def _administration() -> str:
    declared = application.connection()
    names = {
        "{secret}": f"<database>.<schema>.{declared['secrets'][0]['name']}",
        "{rule}": f"<database>.<schema>.{declared['networkRule']}",
        "{hosts}": ", ".join(f"'{host}'" for host in declared["hosts"]),
        "{integration}": declared["integration"],
        "{application}": application.name(),
    }
    return worksheet.filled(_ADMINISTRATION, names)


_ADMINISTRATION = """
CREATE SECRET {secret} TYPE = GENERIC_STRING SECRET_STRING = '<token>';
CREATE NETWORK RULE {rule} MODE = EGRESS TYPE = HOST_PORT VALUE_LIST = ({hosts});
CREATE EXTERNAL ACCESS INTEGRATION {integration}
  ALLOWED_NETWORK_RULES = ({rule}) ALLOWED_AUTHENTICATION_SECRETS = ({secret}) ENABLED = TRUE;
GRANT USAGE ON INTEGRATION {integration} TO APPLICATION {application};
GRANT USAGE ON DATABASE <database> TO APPLICATION {application};
GRANT USAGE ON SCHEMA <database>.<schema> TO APPLICATION {application};
GRANT READ ON SECRET {secret} TO APPLICATION {application};
"""
