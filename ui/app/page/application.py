"""What the installed application calls its objects, as generated from its annotations."""

import json
from functools import cache
from pathlib import Path

_MODEL = Path(__file__).parents[1] / "app.json"


def name() -> str:
    """The application as its package calls it; who installs it may choose another name."""
    return _model()["name"]


def call(procedure: str) -> str:
    """The statement that calls a procedure, with those arguments bound that have no default."""
    return _named("procedures", procedure)["call"]


def full_call(procedure: str) -> str:
    """The same with every argument bound."""
    return _named("procedures", procedure)["fullCall"]


def callers(procedure: str) -> frozenset[str]:
    """The application roles that a procedure is granted to, without those that inherit it."""
    return frozenset(_named("procedures", procedure)["grantedTo"])


def table(name: str) -> str:
    """A state table with its schema."""
    return _named("tables", name)["name"]


def privileges() -> list[str]:
    """What the application asks for on the account."""
    return [declared["privilege"] for declared in _model()["privileges"]]


def warehouse_reference() -> str:
    """The reference through which the consumer lends a warehouse, as its manifest spells it."""
    (reference,) = [declared for declared in _model()["references"] if declared["objectType"] == "WAREHOUSE"]
    return reference["name"].lower()


def reference_binders() -> frozenset[str]:
    """The application roles that may say which objects the references stand for."""
    return frozenset(_model()["referencesBoundBy"])


def connection() -> dict:
    """The one service that the connector calls: integration, network rule, hosts, secrets."""
    (declared,) = _model()["connections"]
    return declared


def roles() -> list[str]:
    """All application roles, as they are declared."""
    return [declared["name"] for declared in _model()["roles"]]


def inherited(held: frozenset[str]) -> frozenset[str]:
    """These roles and all whose rights they have."""
    declared = {role["name"]: role["inherits"] for role in _model()["roles"]}
    more = held.union(*(declared[role] for role in held))
    return held if more == held else inherited(more)


def _named(kind: str, name: str) -> dict:
    for declared in _model()[kind]:
        if declared["name"].split(".")[-1] == name:
            return declared
    raise KeyError(f"the application declares no {name} among its {kind}: build the package again")


@cache
def _model() -> dict:
    return json.loads(_MODEL.read_text(encoding="utf-8"))
