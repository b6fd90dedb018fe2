DECLARE
  e1 EXCEPTION (-20001, 'first');
  e2 EXCEPTION (-20002, 'second');
  s VARCHAR DEFAULT '';
BEGIN
  BEGIN
    RAISE e1;
  EXCEPTION
    WHEN e2 THEN s := 'wrong';
    WHEN e1 THEN s := SQLCODE || SQLERRM || SQLSTATE;
  END;
  BEGIN
    RAISE e2;
  EXCEPTION
    WHEN OTHER THEN s := s || ' ' || SQLERRM;
  END;
  RETURN s;
END
-- expect
-20001firstP0001 second
