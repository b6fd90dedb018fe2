SELECT *, t.*, db.s.t.*, * ILIKE '%id%', * EXCLUDE a, t.* EXCLUDE (a, b) REPLACE (c + 1 AS c) RENAME (d AS e, f AS g), * RENAME a AS b FROM t
