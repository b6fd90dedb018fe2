DECLARE
  n INT DEFAULT 0;
BEGIN
  WHILE (n < 5) DO n := n + 1; IF (n = 3) THEN BREAK; END IF; END WHILE;
  REPEAT n := n + 10; UNTIL (n > 20) END REPEAT;
  LOOP n := n + 100; IF (n > 200) THEN EXIT; END IF; CONTINUE; n := 0; END LOOP;
  FOR i IN REVERSE 1 TO 3 DO n := n * 10 + i; END FOR;
  FOR i IN 1 TO 0 DO n := 0; END FOR;
  RETURN n;
END
-- expect
223321
