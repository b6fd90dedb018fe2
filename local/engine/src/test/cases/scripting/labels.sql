DECLARE
  n INT DEFAULT 0;
BEGIN
  FOR i IN 1 TO 3 DO
    FOR j IN 1 TO 3 DO
      n := n + 1;
      IF (j = 2) THEN CONTINUE outer_loop; END IF;
      IF (i = 3) THEN BREAK outer_loop; END IF;
    END FOR inner_loop;
  END FOR outer_loop;
  RETURN n;
END
-- expect
5
