BEGIN
  SELECT 1;
  SELECT 2;
END
-- expect
null
