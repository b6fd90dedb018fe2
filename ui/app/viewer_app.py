"""The page of who watches: APP_VIEWER may open it, and nothing on it changes anything."""

from page import shell

shell.main("APP_VIEWER")
