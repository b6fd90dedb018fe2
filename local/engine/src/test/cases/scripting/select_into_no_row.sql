DECLARE
  m INT;
BEGIN
  SELECT id INTO :m FROM t WHERE id = 99;
  RETURN m;
END
-- expect
990003|P0001|Uncaught exception of type 'EXPRESSION_ERROR' on line 4 at position 2 : A SELECT INTO statement expects exactly 1 returned row, but got 0.
