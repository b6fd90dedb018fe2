"""Snowflake's driver for Node, unmodified: its tests are in tests-integration/node."""

import json
import os
import subprocess
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "node"


def test_the_node_driver(account):
    connection = tomllib.loads(account.connections_file.read_text())["local"]
    wanted = {key: connection[key] for key in ("host", "port", "user", "password")}
    finished = subprocess.run(
        ["npm", "test", "--silent"],
        cwd=FOLDER,
        env=os.environ | {"SNOWPULL_CONNECTION": json.dumps(wanted)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "fail 0" in finished.stdout
