BEGIN
  LET x := 2;
  RETURN TABLE(SELECT id, name FROM t WHERE id > :x);
END
-- expect
3|c
