DECLARE
  c CURSOR FOR SELECT 1;
  x INT;
BEGIN
  FETCH c INTO x;
END
-- expect
1065|42601|Uncaught exception of type 'EXPRESSION_ERROR' on line 5 at position 2 : SQL compilation error:
Cursor 'C' is not open. OPEN it before FETCH and CLOSE.
