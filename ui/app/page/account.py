"""The account as the page reaches it: statements whose every value is bound."""

import json

import pandas as pd
from snowflake.snowpark import Row, Session
from snowflake.snowpark.exceptions import SnowparkClientException

from page.failure import ConnectorError, readable

Value = str | int | bool | None


class Account:
    """Runs statements as the application. Raises ConnectorError with a text that a person may read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, text: str, *values: Value) -> list[Row]:
        try:
            return self._session.sql(text, params=list(values)).collect()
        except SnowparkClientException as error:
            raise ConnectorError(readable(error)) from error

    def frame(self, text: str, *values: Value) -> pd.DataFrame:
        try:
            return self._session.sql(text, params=list(values)).to_pandas()
        except SnowparkClientException as error:
            raise ConnectorError(readable(error)) from error

    def answer(self, text: str, *values: Value) -> str:
        """What a procedure returned, as text."""
        return str(self.rows(text, *values)[0][0])

    def document(self, text: str, *values: Value):
        """What a procedure returned, as JSON."""
        return json.loads(self.answer(text, *values))
