// Snowflake SQL as the local account reads it. The rules that keep prediction in SLL are in docs/adr/0001-parser.md.
parser grammar SqlParser;

import Names, Expressions, Queries, Changes, Objects, Applications, Code;

options {
    tokenVocab = SqlLexer;
}

script: statement? (SEMICOLON statement?)* EOF;

singleExpression: expression EOF;

singleName: objectName EOF;

singleType: typeName EOF;

singleBlock: (block | scriptStatement) SEMICOLON? EOF;

statement
    : query
    | insertStatement
    | updateStatement
    | deleteStatement
    | mergeStatement
    | truncateStatement
    | putStatement
    | getStatement
    | listStatement
    | removeStatement
    | copyStatement
    | createStatement
    | alterStatement
    | dropStatement
    | undropStatement
    | commentStatement
    | grantStatement
    | callStatement
    | executeStatement
    | transactionStatement
    | block
    | useStatement
    | setStatement
    | showStatement
    | describeStatement
    | explainStatement
    ;

transactionStatement
    : BEGIN (WORK | TRANSACTION)? (NAME identifier)?     # beginTransaction
    | START TRANSACTION (NAME identifier)?               # startTransaction
    | COMMIT WORK?                                       # commitTransaction
    | ROLLBACK WORK?                                     # rollbackTransaction
    ;

useStatement
    : USE SECONDARY ROLES (ALL | identifiers)                       # useSecondaryRoles
    | USE (ROLE | WAREHOUSE | DATABASE | SCHEMA) objectName         # useKind
    | USE objectName                                                # useDatabase
    ;

setStatement
    : SET identifier EQ expression                                              # setVariable
    | SET identifierList EQ LPAREN expressions RPAREN                           # setVariables
    | UNSET (identifier | identifierList)                                       # unsetVariables
    ;

showStatement
    : SHOW FUTURE? GRANTS grantsScope? showClause*      # showGrants
    | SHOW TERSE? showWord+ showClause*                 # showObjects
    ;

grantsScope
    : ON ACCOUNT
    | (ON | TO | OF | IN) objectKind objectName typeNames?
    ;

showWord: IDENT | aliasWord | COLUMN | PRIMARY | UNIQUE;

showClause
    : HISTORY
    | LIKE STRING
    | (IN | FOR | BY) showScope
    | STARTS WITH STRING
    | LIMIT INTEGER (FROM STRING)?
    ;

showScope
    : objectKind objectName?
    | SESSION
    | objectName
    ;

describeStatement
    : (DESC | DESCRIBE) RESULT (STRING | expression)                                            # describeResult
    | (DESC | DESCRIBE) objectKind objectName typeNames? (TYPE EQ (anyWord | STRING))?          # describeObject
    | (DESC | DESCRIBE) objectName                                                              # describeTable
    ;

explainStatement: EXPLAIN (USING (TEXT | JSON | TABULAR))? statement;
