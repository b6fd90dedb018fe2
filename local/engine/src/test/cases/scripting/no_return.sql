BEGIN
  LET x := 1;
END
-- expect
null
