// Snowflake's driver for Node, unmodified, against the local account that a connection file names.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import snowflake from "snowflake-sdk";

const MANY = 120_000;
const ENDLESS = `SELECT COUNT(*) FROM TABLE(GENERATOR(ROWCOUNT => 1000000)) A,
  TABLE(GENERATOR(ROWCOUNT => 1000000)) B, TABLE(GENERATOR(ROWCOUNT => 1000000)) C`;
let connection;

snowflake.configure({ logLevel: "OFF", disableOCSPChecks: true });

before(async () => {
  const { host, port, user, password } = JSON.parse(process.env.SNOWPULL_CONNECTION);
  connection = snowflake.createConnection({
    account: "local",
    accessUrl: `http://${host}:${port}`,
    username: user,
    password,
  });
  await promisify(connection.connect.bind(connection))();
  await execute("CREATE OR REPLACE DATABASE NODE_CLIENT");
});

after(() => promisify(connection.destroy.bind(connection))());

function execute(sqlText, options = {}) {
  return new Promise((resolve, reject) =>
    connection.execute({
      sqlText,
      ...options,
      complete: (error, statement, rows) => (error ? reject(error) : resolve({ statement, rows })),
    }),
  );
}

test("reads each type", async () => {
  const { rows } = await execute(`SELECT 7 AS N, 1.5::NUMBER(3,1) AS D, 'ä' AS T, TRUE AS B, NULL AS NOTHING,
    '2024-02-29'::DATE AS DAY, PARSE_JSON('{"a": [1]}') AS DOC, '2024-01-01 12:00:00'::TIMESTAMP_NTZ AS AT`);
  assert.equal(rows[0].N, 7);
  assert.equal(rows[0].D, 1.5);
  assert.equal(rows[0].T, "ä");
  assert.equal(rows[0].B, true);
  assert.equal(rows[0].NOTHING, null);
  assert.equal(rows[0].DAY.toISOString().slice(0, 10), "2024-02-29");
  assert.deepEqual(rows[0].DOC, { a: [1] });
  assert.equal(new Date(rows[0].AT).toISOString(), "2024-01-01T12:00:00.000Z");
});

test("binds values, one row and many", async () => {
  await execute("CREATE OR REPLACE TABLE T (N NUMBER, S VARCHAR)");
  await execute("INSERT INTO T VALUES (?, ?)", { binds: [[1, "it's"], [2, null], [3, "three"]] });
  const { rows } = await execute("SELECT S FROM T WHERE N >= :1 ORDER BY N", { binds: [2] });
  assert.deepEqual(rows, [{ S: null }, { S: "three" }]);
});

test("reads many rows in chunks and as a stream", async () => {
  const sql = `SELECT SEQ8() AS N FROM TABLE(GENERATOR(ROWCOUNT => ${MANY}))`;
  const { rows } = await execute(sql);
  assert.equal(rows.length, MANY);
  const { statement } = await execute(sql, { streamResult: true });
  let next = 0;
  for await (const row of statement.streamRows()) {
    assert.equal(row.N, next++);
  }
  assert.equal(next, MANY);
});

test("stages, loads and fetches files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "node-client-"));
  writeFileSync(join(folder, "rows.csv"), "1,one\n2,two\n");
  await execute("CREATE OR REPLACE STAGE FILES");
  await execute("CREATE OR REPLACE TABLE LOADED (N NUMBER, S VARCHAR)");
  const put = await execute(`PUT 'file://${folder}/rows.csv' @FILES AUTO_COMPRESS = FALSE`);
  assert.equal(put.rows[0].status, "UPLOADED");
  const copy = await execute("COPY INTO LOADED FROM @FILES");
  assert.equal(copy.rows[0].rows_loaded, 2);
  const { rows } = await execute("SELECT S FROM LOADED ORDER BY N");
  assert.deepEqual(rows, [{ S: "one" }, { S: "two" }]);
  const back = mkdtempSync(join(tmpdir(), "node-client-"));
  await execute(`GET @FILES 'file://${back}/'`);
  assert.equal(readFileSync(join(back, "rows.csv"), "utf8"), "1,one\n2,two\n");
});

test("reports errors with Snowflake's code", async () => {
  await assert.rejects(execute("SELECT * FROM MISSING"), (error) => {
    assert.equal(String(error.code).padStart(6, "0"), "002003");
    assert.equal(error.sqlState, "42S02");
    return true;
  });
});

test("runs several statements in one text", async () => {
  const { statement } = await execute("SELECT 1 AS A; SELECT 2 AS A", { parameters: { MULTI_STATEMENT_COUNT: 2 } });
  assert.ok(statement.getQueryId());
});

test("cancels a statement that runs", async () => {
  await execute("CREATE OR REPLACE TABLE STARTED (N NUMBER)");
  const cancelled = new Promise((resolve) => {
    const statement = connection.execute({
      sqlText: `BEGIN INSERT INTO STARTED VALUES (1); ${ENDLESS}; END`,
      complete: (error) => resolve(error),
    });
    const poll = async () => {
      const { rows } = await execute("SELECT COUNT(*) AS N FROM STARTED");
      return rows[0].N > 0 ? promisify(statement.cancel.bind(statement))() : poll();
    };
    poll();
  });
  assert.equal(String((await cancelled).code).padStart(6, "0"), "000604");
});
