DECLARE
  c CURSOR FOR SELECT id, name FROM t WHERE id >= ? ORDER BY id;
  i INT;
  n VARCHAR;
  s VARCHAR DEFAULT '';
BEGIN
  OPEN c USING (2);
  FETCH c INTO i, n;
  s := s || i || n;
  FETCH c INTO i, n;
  s := s || i || n;
  FETCH c INTO i, n;
  CLOSE c;
  RETURN s || (i IS NULL);
END
-- expect
2b3ctrue
