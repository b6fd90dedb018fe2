DECLARE
  x INT DEFAULT 1;
BEGIN
  DECLARE
    x INT DEFAULT 10;
  BEGIN
    x := x + 1;
  END;
  BEGIN
    x := x + 5;
  END;
  RETURN x;
END
-- expect
6
