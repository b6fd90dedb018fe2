SELECT FILTER(a, x -> x:v > 1 AND TRUE), REDUCE(a, 0, (acc, val) -> acc + val), TRANSFORM(a, (x INT) -> x), TRANSFORM(a, y VARCHAR -> y)
