DECLARE
  s VARCHAR DEFAULT '';
BEGIN
  FOR i IN 1 TO 4 DO
    IF (i = 1) THEN s := s || 'one ';
    ELSEIF (i = 2) THEN s := s || 'two ';
    ELSE
      CASE (i) WHEN 3 THEN s := s || 'three '; ELSE s := s || 'many'; END CASE;
    END IF;
  END FOR;
  CASE WHEN s IS NULL THEN RETURN 'null'; WHEN LENGTH(s) > 3 THEN RETURN s; END;
END
-- expect
one two three many
