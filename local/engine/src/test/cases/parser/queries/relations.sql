SELECT * FROM t, LATERAL FLATTEN(input => t.raw:labels, outer => TRUE) f, TABLE(FLATTEN(PARSE_JSON('[1]'))) AS g (a, b),
  LATERAL (SELECT t.x), TABLE(GENERATOR(ROWCOUNT => 5)), TABLE(RESULT_SCAN(LAST_QUERY_ID())), TABLE(:rs), TABLE('db.s.t'), TABLE(?)
;
SELECT $1, t.$2:x FROM @db.s.st/path/x.csv (FILE_FORMAT => 'f', PATTERN => '.*[.]csv') t
;
SELECT * FROM (VALUES (1, 'a') AS T("ID", "NAME")), (t), VALUES (1), (2)
;
SELECT * FROM t AT (TIMESTAMP => '2020-01-01'::timestamp) AS x, u BEFORE (STATEMENT => 'id'), v SAMPLE (10), w TABLESAMPLE SYSTEM (3 ROWS) SEED (1), x y SAMPLE BERNOULLI (5)
;
SELECT * FROM db..t, IDENTIFIER('a.b') i, TABLE(IDENTIFIER('f')(1))
;
SELECT * FROM t PIVOT (SUM(a) FOR m IN ('JAN', 'FEB' AS f)) AS p, t PIVOT (SUM(a) FOR m IN (ANY ORDER BY m)), t UNPIVOT INCLUDE NULLS (s FOR m IN (jan, feb AS 'F')) u
