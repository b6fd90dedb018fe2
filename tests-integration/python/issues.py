"""Issues as GitHub's API serves them, few and known, with what tends to go wrong in them."""

import json
from pathlib import Path

_TITLES = [
    "Uploads above 5 GB end with a time-out",
    "Naïve dates break the export — “smart” quotes too",
    "Add a dark theme",
    "Retry when the server answers 503",
    "Backslash \\ and 'quotes' in a file name",
    "Document the configuration file",
    "Crash on an empty list",
    "Bump the parser to 3.1",
]
_USERS = ["mona", "hubot", "ada", "grace"]


def _issue(number: int) -> dict:
    url = f"https://api.github.com/repos/acme/widgets/issues/{number}"
    user = _USERS[number % len(_USERS)]
    pull_request = number % 3 == 0
    page = f"https://github.com/acme/widgets/{'pull' if pull_request else 'issues'}/{number}"
    issue = {
        # Above 2**31, as GitHub's ids are.
        "id": 5_000_000_000 + number,
        "node_id": f"I_{number:08d}",
        "url": url,
        "repository_url": "https://api.github.com/repos/acme/widgets",
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "html_url": page,
        "number": number,
        "state": "open" if number % 4 else "closed",
        "title": _TITLES[number % len(_TITLES)],
        "body": None if number % 5 == 0 else f"Seen in version 1.{number} 🎉.\n\nSteps:\n1. open\n2. save",
        "user": {"login": user, "id": 1000 + number % len(_USERS), "type": "User", "site_admin": False},
        "labels": [{"id": 1, "name": "bug", "color": "d73a4a"}] if number % 2 else [],
        "assignee": None,
        "assignees": [],
        "milestone": None,
        "locked": False,
        "comments": number % 7,
        "created_at": f"2026-01-{1 + number % 28:02d}T08:00:00Z",
        "updated_at": f"2026-02-{1 + number % 28:02d}T09:{number % 60:02d}:00Z",
        "closed_at": None if number % 4 else "2026-03-01T10:00:00Z",
        "author_association": "CONTRIBUTOR",
    }
    if pull_request:
        issue["pull_request"] = {"url": url.replace("/issues/", "/pulls/"), "html_url": page}
    return issue


# More than two pages of a hundred.
ISSUES = [_issue(number) for number in range(1, 251)]
PULL_REQUESTS = sum("pull_request" in issue for issue in ISSUES)
OPEN = sum(issue["state"] == "open" for issue in ISSUES)


def write_issues(path: Path, issues: list[dict]) -> Path:
    """One JSON object a line."""
    path.write_text("".join(json.dumps(issue) + "\n" for issue in issues), encoding="utf-8")
    return path
