BEGIN
  LET x INT := 1;
  x := x / 0;
EXCEPTION
  WHEN STATEMENT_ERROR THEN RETURN 'statement';
  WHEN EXPRESSION_ERROR THEN RETURN 'expression ' || SQLERRM;
END
-- expect
expression Division by zero
