"""Loads the issues of one repository with dlt's REST source into DuckDB, and prints how many it has.

Arguments: the API's address, owner/name, a folder to work in, a token.
"""

import os
import sys

import dlt
import duckdb
from dlt.sources.rest_api import rest_api_source

base_url, repository, folder, token = sys.argv[1:]
os.chdir(folder)
os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
source = rest_api_source(
    {
        "client": {
            "base_url": base_url,
            "auth": {"type": "bearer", "token": token},
            "paginator": {"type": "header_link"},
        },
        "resources": [
            {
                "name": "issues",
                "primary_key": "id",
                "write_disposition": "merge",
                "max_table_nesting": 0,
                "endpoint": {
                    "path": f"repos/{repository}/issues",
                    "params": {"state": "all", "sort": "updated", "direction": "asc", "per_page": 100},
                },
            }
        ],
    }
)
pipeline = dlt.pipeline(
    "issues",
    pipelines_dir=os.path.join(folder, "pipelines"),
    destination=dlt.destinations.duckdb(os.path.join(folder, "issues.duckdb")),
    dataset_name="github",
)
pipeline.run(source)
with duckdb.connect(os.path.join(folder, "issues.duckdb")) as database:
    rows = database.execute("SELECT count(DISTINCT id) FROM github.issues").fetchall()
sys.stdout.write(f"{rows[0][0]}\n")
