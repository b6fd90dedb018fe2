PUT 'file:///abs/my dir/manifest.yml' @pkg.app_src.stage/v1/ AUTO_COMPRESS=FALSE OVERWRITE=TRUE
;
put file:///dir/x.jar '@"D"."S"."ST"/lib dir' parallel=4
;
GET @~/x file:///tmp/ PATTERN='.*'
;
LIST @%t PATTERN = '.*[.]csv'
;
rm @s/x
;
COPY INTO t (a, b) FROM @s/p FILES = ('a.csv', 'b.csv') FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1, FIELD_DELIMITER = ';') ON_ERROR = CONTINUE PURGE = TRUE
;
COPY INTO t FROM (SELECT $1, $2:x::int FROM @s (FILE_FORMAT => f) x) PATTERN = '.*'
;
COPY INTO @s/out FROM t PARTITION BY (a || 'x') FILE_FORMAT = (FORMAT_NAME = 'f') OVERWRITE = TRUE
