BEGIN
  IF (NULL) THEN RETURN 'yes'; ELSE RETURN 'no'; END IF;
END
-- expect
no
