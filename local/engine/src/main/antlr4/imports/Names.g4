// Names, types, optionList: what every family of statements uses.
parser grammar Names;

// Any name. Each contextual keyword stands in exactly one of the two lists below; KeywordTest walks them.
identifier
    : name
    | IDENTIFIER
    | BEGIN
    ;

// A name where IDENTIFIER(..) may stand, or where BEGIN starts a block.
name
    : IDENT
    | QUOTED
    | aliasWord
    | restrictedWord
    ;

// A name that may follow an expression or a relation without AS.
bareAlias
    : IDENT
    | QUOTED
    | aliasWord
    ;

// After a dot or a colon, and left of '=': nothing is reserved.
anyWord
    : identifier
    | reservedWord
    ;

identifiers: identifier (COMMA identifier)*;
identifierList: LPAREN identifiers RPAREN;

objectName
    : IDENTIFIER LPAREN expression RPAREN
    | name (DOT DOT? anyWord)*
    ;

objectNames: objectName (COMMA objectName)*;

typeName
    : DOUBLE PRECISION
    | typeWord (LPAREN typeArgument (COMMA typeArgument)* RPAREN)?
    ;

typeWord
    : IDENT
    | aliasWord
    ;

typeArgument
    : INTEGER
    | typeName (NOT NULL)?
    | identifier typeName (NOT NULL)?
    ;

typeNames: LPAREN (typeName (COMMA typeName)*)? RPAREN;

ifExists: IF EXISTS;
ifNotExists: IF NOT EXISTS;

integer: MINUS? INTEGER;

string
    : STRING
    | DOLLAR_STRING
    ;

// NAME = value. A bare flag is spelled out where it is allowed.
option: anyWord EQ optionValue;

optionList: option (COMMA? option)*;

optionValue
    : string
    | MINUS? number
    | LPAREN (optionEntry (COMMA? optionEntry)*)? RPAREN
    | STAGE_PATH
    | QUESTION
    | COLON identifier
    | COLON INTEGER
    | SESSION_VARIABLE
    | IDENTIFIER LPAREN expression RPAREN
    | anyWord (DOT anyWord)* (LPAREN arguments RPAREN)?
    ;

optionEntry
    : (string | anyWord) (EQ | FAT_ARROW) optionValue
    | optionValue
    ;

number
    : INTEGER
    | DECIMAL
    | FLOATING
    ;

// A path in a stage, a path alone, or a URL.
stageLocation
    : STAGE_PATH
    | string
    ;

objectKind
    : ACCOUNT
    | ALERT
    | APPLICATION
    | APPLICATION PACKAGE
    | APPLICATION ROLE
    | COLUMN
    | COMPUTE POOL
    | DATABASE
    | DATABASE ROLE
    | DYNAMIC TABLE
    | EVENT TABLE
    | EXTERNAL TABLE
    | FILE FORMAT
    | FUNCTION
    | integrationKind? INTEGRATION
    | LISTING
    | MASKING POLICY
    | MATERIALIZED VIEW
    | NETWORK POLICY
    | NETWORK RULE
    | PIPE
    | PROCEDURE
    | RESOURCE MONITOR
    | ROLE
    | ROW ACCESS POLICY
    | SCHEMA
    | SECRET
    | SEQUENCE
    | SERVICE
    | SHARE
    | SPECIFICATION
    | STAGE
    | STREAM
    | STREAMLIT
    | TABLE
    | TAG
    | TASK
    | USER
    | VIEW
    | WAREHOUSE
    ;

integrationKind
    : EXTERNAL ACCESS
    | API
    | SECURITY
    | NOTIFICATION
    | STORAGE
    | CATALOG
    ;

// Keywords that are names everywhere.
aliasWord
    : ABORT | ACCESS | ACCOUNT | ACCOUNTS | ADD | AFTER | AGGREGATE | ALERT | API | APPLICATION | APPROVE | ASC | ASYNC
    | AWAIT | BERNOULLI | BLOCK | BREAK | CALL | CALLED | CALLER | CASCADE | CATALOG | CHANNEL | CLONE | CLOSE | CLUSTER
    | CLUSTERING | COMMIT | COMPUTE | CONFIGURATION | CONTINUE | COPY | DATA | DATABASE | DATE | DAY | DECLINE | DEFINITION | DEREGISTER
    | DESC | DESCRIBE | DIRECTIVE | DISABLE | DOUBLE | DYNAMIC | ENABLE | EVENT | EXECUTE | EXIT | EXPLAIN | EXTERNAL | EXTRACT
    | FILE | FIRST | FORMAT | FUNCTION | GET | GROUPING | HOUR | IF | IMMEDIATE | IMMUTABLE | INCLUDE | INOUT | INPUT
    | INTEGRATION | INTERVAL | ITERATE | KEY | LANGUAGE | LAST | LET | LIST | LISTING | LS | MANAGED | MASKING | MATCHED
    | MATERIALIZED | MEMOIZABLE | MERGE | MINUTE | MODIFY | MONITOR | MONTH | NAME | NETWORK | NEXT | NO | NOORDER
    | NOTIFICATION | NULLS | ONLY | OPEN | OPTION | OUT | OUTER | OVERWRITE | OWNER | PACKAGE | PARTITION | PATCH | PIPE | POLICY
    | POOL | PRIOR | PRIVILEGES | PROCEDURE | PUT | QUARTER | RAISE | RANGE | RECURSIVE | REFERENCES | REFRESH | REGISTER | RELEASE
    | REMOVE | REPEAT | REPEATABLE | RESOURCE | RESTRICT | RESTRICTED | RESULT | RESUME | RETRY | RETURN | REVERSE | RM | ROLE
    | ROLES | ROLLBACK | RULE | SCHEMA | SCOPED | SECOND | SECONDARY | SECRET | SECURE | SECURITY | SEED | SEQUENCE | SERVICE
    | SESSION | SETS | SHARE | SHOW | SPECIFICATION | STAGE | STORAGE | STREAM | STREAMLIT | STRICT | SUSPEND | SWAP | SYSTEM | TABULAR
    | TAG | TASK | TEMP | TEMPORARY | TEXT | TIME | TIMESTAMP | TIMESTAMP_LTZ | TIMESTAMP_NTZ | TIMESTAMP_TZ | TOP
    | TRANSACTION | TRANSIENT | TRUNCATE | TYPE | UNDROP | UNSET | UPGRADE | USE | USER | VERSION | VERSIONED | VIEW | VOLATILE
    | WAREHOUSE | WEEK | WHILE | WORK | YEAR | JSON | GLOBAL | LOCAL
    ;

// Keywords that are names too, but not where they could begin what follows: no bare alias, no type.
restrictedWord
    : ASOF | AT | AUTOINCREMENT | BEFORE | COLLATE | COMMENT | CUBE | CURSOR | DECLARE | DO | ELSEIF | END | ESCAPE | EXCEPTION
    | EXCLUDE | FETCH | FOREIGN | FUTURE | GRANTS | HISTORY | IDENTITY | IGNORE | LIMIT | LOOP | MATCH_CONDITION | OFFSET | OVER
    | PIVOT | PRECEDING | PRECISION | PRIMARY | RENAME | REPLACE | RESPECT | RESULTSET | RETURNS | ROLLUP | STARTS | TERSE
    | UNBOUNDED | UNPIVOT | UNTIL | WITHIN
    ;

// Snowflake's reserved words, and a few that cannot be told apart.
reservedWord
    : ALL | ALTER | AND | ANY | AS | BETWEEN | BY | CASE | CAST | COLUMN | CONNECT | CONSTRAINT | CREATE | CROSS | CURRENT | DEFAULT
    | DELETE | DISTINCT | DROP | ELSE | EXCEPT | EXISTS | FALSE | FOLLOWING | FOR | FROM | FULL | GRANT | GROUP | HAVING | ILIKE | IN
    | INCREMENT | INNER | INSERT | INTERSECT | INTO | IS | JOIN | LATERAL | LEFT | LIKE | MINUS_KEYWORD | NATURAL | NOT | NULL | OF
    | ON | OR | ORDER | QUALIFY | REGEXP | REVOKE | RIGHT | RLIKE | ROW | ROWS | SAMPLE | SELECT | SET | SOME | START | TABLE
    | TABLESAMPLE | THEN | TO | TRUE | TRY_CAST | UNION | UNIQUE | UPDATE | USING | VALUES | WHEN | WHERE | WITH
    ;
