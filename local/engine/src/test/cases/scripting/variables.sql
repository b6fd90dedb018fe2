DECLARE
  a INT DEFAULT 2;
  b VARCHAR;
  c := 3.5;
BEGIN
  LET d NUMBER(10, 2) := '1.239';
  LET e := a + c;
  b := 'x' || a;
  RETURN b || '|' || d || '|' || e;
END
-- expect
x2|1.24|5.5
