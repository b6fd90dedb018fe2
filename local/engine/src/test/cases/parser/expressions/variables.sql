SELECT ?, :1, :name, $var, $1, t.$2, ?::int, a:b = :b FROM IDENTIFIER(:t) WHERE x = ? LIMIT ?
