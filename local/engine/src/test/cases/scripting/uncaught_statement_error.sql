BEGIN
  LET x := 1;
  INSERT INTO missing VALUES (:x);
END
-- expect
2003|42S02|Uncaught exception of type 'STATEMENT_ERROR' on line 3 at position 2 : SQL compilation error:
Object 'D.PUBLIC.MISSING' does not exist or not authorized.
