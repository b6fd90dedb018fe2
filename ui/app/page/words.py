"""How the page names things: states, ages, names of repositories as people give them."""

import re
from datetime import UTC, datetime

from page.reading import Repository

SEPARATORS = re.compile(r"[\s,;]+")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?github\.com/", re.IGNORECASE)

_STATES = {
    "RUNNING": ("Running", "blue", ":material/sync:"),
    "DONE": ("Up to date", "green", ":material/check_circle:"),
    "FAILED": ("Failed", "red", ":material/error:"),
    "WAITING": ("Waiting for the limit", "orange", ":material/hourglass_top:"),
    "CONTINUES": ("Continues", "blue", ":material/more_horiz:"),
    None: ("Starting", "gray", ":material/schedule:"),
}
_STATUSES = {
    "DISABLED": ("Disabled", "gray", ":material/pause_circle:"),
    "PREPARING": ("Being prepared", "gray", ":material/build:"),
}


def state(repository: Repository, paused: bool) -> tuple[str, str, str]:
    """Word, colour and icon of how a repository stands, as one thing."""
    if repository.status in _STATUSES:
        return _STATUSES[repository.status]
    if paused and not repository.under_way:
        return ("Paused", "gray", ":material/pause_circle:")
    return _STATES.get(repository.state, (str(repository.state), "gray", ":material/help:"))


def age(minutes: int | None) -> str:
    if minutes is None:
        return "never"
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days ago"


def freshness(repository: Repository) -> str:
    text = age(repository.age_minutes)
    return f"late: {text}" if repository.late and repository.enabled else text


def instant(value: datetime | str | None) -> str:
    """A time in UTC as people read it; the connector's documents have it as text."""
    if value is None:
        return "-"
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return value
    if value.tzinfo:
        value = value.astimezone(UTC)
    return f"{value:%Y-%m-%d %H:%M} UTC"


def repositories(text: str) -> list[str]:
    """Names out of what somebody pasted: addresses too, one of each."""
    parts = (_ADDRESS.sub("", part).strip("/") for part in SEPARATORS.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def listed(names: list[str], most: int = 5) -> str:
    """The first of them in bold, and how many more there are."""
    shown = ", ".join(f"**{name}**" for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most:,} more"
