SELECT a::int, a::double precision, a::number(38, 0), a::varchar(10), a::timestamp_ntz(9), a::array(int not null),
       a::object(x int, y varchar), a::map(varchar, int), a::vector(float, 3)
