DECLARE
  c CURSOR FOR SELECT id, name FROM t ORDER BY id DESC;
  s VARCHAR DEFAULT '';
BEGIN
  FOR r IN c DO
    s := s || r.id || r.name;
    INSERT INTO log SELECT :r.name;
  END FOR;
  LET n INT := (SELECT COUNT(*) FROM log);
  RETURN s || n;
END
-- expect
3c2b1a3
