SELECT raw:user.login::string, raw:labels[0]:name, raw['labels'][0].name, "Raw":"Mixed Case".x, t.raw:a, raw:select,
       v[i + 1], f(x):y, PARSE_JSON('{}'):a.b
