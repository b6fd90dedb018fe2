"""The page of the administrator, for APP_ADMIN alone."""

from page import shell

shell.main("APP_ADMIN")
