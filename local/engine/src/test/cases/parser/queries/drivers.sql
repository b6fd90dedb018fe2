alter session /* JDBC:SnowflakeConnectionImpl.setAutoCommit */ set autocommit=false
;
show /* JDBC:DatabaseMetaData.getTables() */ objects in schema "D"."S"
;
show /* x */ schemas in account -- trailing
;
select * from table(result_scan('01b0-1')) // trailing too
;
/* leading */ commit
;
select /*+ hint */ 1 /* a */ + /* b */ 2
