import pytest

from page.failure import readable

QUERY = "01b2c3d4-0000-1111-2222-333344445555"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Secret X does not exist.", "Secret X does not exist."),
        (
            f"(1304): {QUERY}: 002003 (42S02): {QUERY}: Object 'X' does not exist.",
            "Object 'X' does not exist.",
        ),
        (f"100183 (P0000): {QUERY}: Give org/repo.", "Give org/repo."),
        (
            f"(1304): {QUERY}: 100183 (P0000): {QUERY}: Uncaught exception of type 'STATEMENT_ERROR' "
            "on line 4 at position 2 : Wrong token. [GITHUB_UNAUTHORIZED]",
            "Wrong token. [GITHUB_UNAUTHORIZED]",
        ),
        (
            "GitHub answered 404 (Not Found): check the name.",
            "GitHub answered 404 (Not Found): check the name.",
        ),
        ("2026-11-24: the token has expired", "2026-11-24: the token has expired"),
    ],
)
def test_keeps_the_message_and_drops_what_precedes_it(given, read):
    assert readable(Exception(given)) == read


def test_prefers_the_message_of_a_snowpark_error():
    class SnowparkError(Exception):
        message = f"(1304): {QUERY}: 002003 (42S02): {QUERY}: Gone."

    assert readable(SnowparkError("something longer")) == "Gone."
