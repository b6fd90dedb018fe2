"""How the page names states, ages and repositories."""

from datetime import UTC, datetime

import pytest

from page import words
from page.reading import Repository


def _repository(**known) -> Repository:
    return Repository("a/b", known.pop("status", "ENABLED"), "30 MINUTES", "D.PUBLIC.A_B", "D.PUBLIC.A_B_F", **known)


@pytest.mark.parametrize(
    ("known", "paused", "word"),
    [
        ({"state": "DONE"}, False, "Up to date"),
        ({"state": "DONE"}, True, "Paused"),
        ({"state": "RUNNING"}, True, "Running"),
        ({"state": "WAITING"}, False, "Waiting for the limit"),
        ({"state": None}, False, "Starting"),
        ({"state": "FAILED", "status": "DISABLED"}, False, "Disabled"),
        ({"state": "FAILED"}, False, "Failed"),
        ({"state": "SOMETHING_NEW"}, False, "SOMETHING_NEW"),
    ],
)
def test_says_how_a_repository_stands_in_one_word(known, paused, word):
    assert words.state(_repository(**known), paused)[0] == word


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(None, "never"), (0, "just now"), (59, "59 min ago"), (61, "1 h ago"), (2 * 24 * 60, "2 days ago")],
)
def test_says_ages_as_people_do(minutes, text):
    assert words.age(minutes) == text


def test_says_when_a_repository_is_late_unless_it_is_disabled():
    assert words.freshness(_repository(age_minutes=90, late=True)) == "late: 1 h ago"
    assert words.freshness(_repository(age_minutes=90, late=True, status="DISABLED")) == "1 h ago"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"),
        ("2026-11-27T13:21:57Z", "2026-11-27 13:21 UTC"),
        ("2026-11-27T13:21:57+01:00", "2026-11-27 12:21 UTC"),
        (datetime(2026, 11, 27, 13, 21, tzinfo=UTC), "2026-11-27 13:21 UTC"),
        ("soon", "soon"),
    ],
)
def test_says_times_in_utc(value, text):
    assert words.instant(value) == text


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("", []),
        (" a/b, c/d\ne/* ", ["a/b", "c/d", "e/*"]),
        ("https://github.com/a/b/ github.com/a/b http://www.github.com/c/d", ["a/b", "c/d"]),
    ],
)
def test_takes_names_as_people_paste_them(pasted, names):
    assert words.repositories(pasted) == names


def test_lists_the_first_names_and_counts_the_rest():
    assert words.listed(["a", "b"]) == "**a**, **b**"
    assert words.listed(["a", "b", "c"], most=2) == "**a**, **b** and 1 more"
