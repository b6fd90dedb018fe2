DECLARE
  m INT;
  n VARCHAR;
BEGIN
  SELECT MAX(id), MIN(name) INTO :m, :n FROM t;
  RETURN m || n;
END
-- expect
3a
