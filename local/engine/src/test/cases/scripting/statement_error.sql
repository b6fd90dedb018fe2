BEGIN
  SELECT * FROM missing;
EXCEPTION
  WHEN STATEMENT_ERROR THEN
    RETURN SQLCODE || '|' || SQLSTATE || '|' || SQLERRM;
END
-- expect
2003|42S02|SQL compilation error:
Object 'D.PUBLIC.MISSING' does not exist or not authorized.
