DECLARE
  rs RESULTSET;
  k RESULTSET DEFAULT (SELECT 9 AS id);
  n INT DEFAULT 0;
BEGIN
  rs := (SELECT id FROM t WHERE id < 3);
  FOR r IN rs DO n := n + r.id; END FOR;
  LET c CURSOR FOR k;
  FOR r IN c DO n := n + r.id; END FOR;
  INSERT INTO log VALUES (:n);
  RETURN TABLE(rs);
END
-- expect
1
2
