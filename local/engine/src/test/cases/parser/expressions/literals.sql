SELECT 1, 1.0, .5, 1e10, 'it''s', $$raw 'text'$$, TRUE, FALSE, NULL, X'0aFF', DATE '2020-01-01', TIME '10:00:00',
       TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP_NTZ '2020-01-01', INTERVAL '1 day, 2 hours', INTERVAL '3' MONTH,
       [1, 'a', []], {'a': 1, 'b': {'c': [2]}}, {}, [** x, 1]
