SELECT COUNT(*), COUNT(DISTINCT a, b), LISTAGG(DISTINCT x, ',') WITHIN GROUP (ORDER BY x DESC), f(a => 1, b => 'x'),
       db.s.f(1), IDENTIFIER('f')(2), IDENTIFIER('c'), LEFT(a, 1), RIGHT(b, 2), INSERT(c, 1, 2, 'x'), CURRENT_DATE, CURRENT_TIMESTAMP(3),
       CURRENT_USER, "CURRENT_USER", EXTRACT(year FROM d), CAST(a AS NUMBER(10, 2)), TRY_CAST(a AS DATE), SYSTEM$TYPEOF(x),
       seq.NEXTVAL, db.s.seq.nextval, DATE_TRUNC('day', d), IFF(a, b, c), DATE(x), OBJECT_CONSTRUCT(*), {*}, BUILD_SCOPED_FILE_URL(@st, 'p')
