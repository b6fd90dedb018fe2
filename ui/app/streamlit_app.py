"""The page of who configures the connector: APP_USER may open it, and APP_ADMIN may do more on it."""

from page import shell

shell.main("APP_USER", perhaps="APP_ADMIN")
