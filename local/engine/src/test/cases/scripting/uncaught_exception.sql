DECLARE
  e EXCEPTION (-20123, 'nobody cares');
BEGIN
  RAISE e;
END
-- expect
-20123|P0001|Uncaught exception of type 'E' on line 4 at position 2 : nobody cares
