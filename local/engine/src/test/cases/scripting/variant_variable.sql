BEGIN
  LET v VARIANT := PARSE_JSON('{"a": {"b": [1, 2]}}');
  LET o := OBJECT_CONSTRUCT('x', v:a.b[1], 'y', NULL);
  RETURN o:x::int + v:a.b[0]::int;
END
-- expect
3
