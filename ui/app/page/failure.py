"""Snowflake's errors as a person should read them."""

import re

# "(1304): <query id>: 100183 (P0000): <query id>: " as Snowpark puts in front of a message.
_CODES = re.compile(r"^(?:\(?\d+\)?(?: \(\w{5}\))?: )?(?:[0-9a-f]{8}-[0-9a-f-]{27}: )", re.IGNORECASE)
_BARE_CODE = re.compile(r"^\(?\d{3,6}\)?(?: \(\w{5}\))?: ")
# What a LANGUAGE SQL procedure puts in front of the error of a statement in it, at any depth.
_UNCAUGHT = re.compile(r"Uncaught exception of type '\w+' on line \d+ at position \d+ ?: ?")
# What a Java procedure puts in front of its exception's message, and the stack trace behind it.
_JAVA = re.compile(r"^Java Stored Procedure Error: (?:[\w$.]+(?:Exception|Error): )?")
_STACK = re.compile(r"\s*\n\s*at [\w$.]+\(.*", re.DOTALL)


class ConnectorError(Exception):
    """A call or query that Snowflake refused; its text is what the person may read."""


def readable(error: Exception) -> str:
    """The message alone, without the codes, query ids and positions before it and the stack behind it."""
    text = _STACK.sub("", str(getattr(error, "message", None) or error)).strip()
    while True:
        shorter = text
        for prefix in (_CODES, _BARE_CODE, _UNCAUGHT, _JAVA):
            shorter = prefix.sub("", shorter, count=1).lstrip()
        if shorter == text:
            return text
        text = shorter
