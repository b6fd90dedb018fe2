BEGIN
  y := 1;
END
-- expect
904|42000|Uncaught exception of type 'EXPRESSION_ERROR' on line 2 at position 2 : SQL compilation error:
error line 0 at position -1
invalid identifier 'Y'
