BEGIN
  UPDATE t SET name = 'z' WHERE id > 1;
  LET s := SQLROWCOUNT || '|' || SQLFOUND;
  DELETE FROM t WHERE id = 99;
  RETURN s || '|' || SQLROWCOUNT || '|' || SQLNOTFOUND;
END
-- expect
2|true|0|true
