"""Serves the page of an application that is installed in an account, as Snowflake would.

The page is the installed one; its session acts as the application; its permission pop-ups are answered
by an administrator's session.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import snowflake.connector
from snowflake import permissions
from snowflake.connector import SnowflakeConnection
from snowflake.snowpark import Session
from streamlit.web import bootstrap

import installed_page
from administration import Administration
from installed_page import InstalledPage


def main() -> None:
    options = _options()
    with connect(options.connections_file, options.connection) as administrator:
        page = installed_page.find(administrator, options.application, options.streamlit)
        if options.page:
            page = replace(page, main_file=options.page / page.main_file.name)
        permissions.serve(Administration(administrator, options.application, page.manifest))
        acting = connect(options.connections_file, options.connection, options.application, page.schema)
        with application_session(acting, options.application):
            _serve(page, options.port, watched=options.page is not None)


def connect(
    connections_file: Path, name: str, database: str | None = None, schema: str | None = None
) -> SnowflakeConnection:
    """Opens a named connection of a connections.toml, in a schema when one is given."""
    context = {"database": database, "schema": schema} if database else {}
    return snowflake.connector.connect(
        connection_name=name,
        connections_file_path=connections_file,
        client_session_keep_alive=True,
        paramstyle="qmark",
        **context,
    )


def act_as(connection: SnowflakeConnection, application: str) -> None:
    """Makes a connection act as the application from here on.

    Snowflake's own way to act as an application that one develops:
    https://docs.snowflake.com/en/developer-guide/native-apps/session-debugging
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT SYSTEM$BEGIN_DEBUG_APPLICATION(?)", (application,))


def application_session(connection: SnowflakeConnection, application: str) -> Session:
    """Makes the process's active Snowpark session, which acts as the application."""
    act_as(connection, application)
    return Session.builder.configs({"connection": connection}).create()


def _serve(page: InstalledPage, port: int, watched: bool) -> None:
    flags = {
        "server_port": port,
        "server_address": "127.0.0.1",
        "server_headless": True,
        "server_fileWatcherType": "poll" if watched else "none",
        "server_runOnSave": watched,
        "browser_gatherUsageStats": False,
        "client_toolbarMode": "viewer",
        "global_developmentMode": False,
    }
    sys.path.insert(0, str(page.main_file.parent))
    bootstrap.load_config_options(flags)
    bootstrap.run(str(page.main_file), False, [], flags)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ui/start", description=__doc__)
    parser.add_argument("--connections-file", type=Path, required=True, help="a connections.toml")
    parser.add_argument("--connection", default="local", help="the administrator's connection in it")
    parser.add_argument("--application", default="GITHUB_CONNECTOR")
    parser.add_argument("--streamlit", help="one of its pages by name; without it, its default page")
    parser.add_argument("--page", type=Path, help="serves this folder's files, and again whenever they change")
    parser.add_argument("--port", type=int, default=8501)
    return parser.parse_args()


if __name__ == "__main__":
    main()
