SELECT NOT a = 1 AND b OR c AND NOT d,
       a + b * c - d / e % f || g,
       -a::int + -b:c::number(10, 2),
       a BETWEEN 1 AND 2 AND c BETWEEN d AND e OR f,
       a = b IS NULL,
       (a OR b) AND c,
       a > 1 = TRUE
