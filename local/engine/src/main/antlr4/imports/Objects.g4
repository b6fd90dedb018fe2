// Tables, views, schemas and the other objects of a database or account; grants.
parser grammar Objects;

createStatement: CREATE (OR (REPLACE | ALTER))? creatable;

creatable
    : createTable
    | createView
    | createDatabase
    | createSchema
    | createSequence
    | createPlain
    | createIntegration
    | createApplication
    | createStreamlit
    | createRoutine
    | createTask
    ;

lifetime: TRANSIENT | (LOCAL | GLOBAL)? (TEMPORARY | TEMP) | SCOPED (TEMPORARY | TEMP);

createTable
    : lifetime? TABLE ifNotExists? objectName
      (LPAREN tableElement (COMMA tableElement)* RPAREN)?
      tableClause*
      (AS query | LIKE objectName tableClause* | CLONE objectName timeTravel? tableClause*)?
    ;

tableElement: constraint | columnDefinition;

columnDefinition: identifier typeName? columnClause*;

columnClause
    : NOT? NULL                                                                             # nullClause
    | DEFAULT expression                                                                    # defaultClause
    | (AUTOINCREMENT | IDENTITY) (LPAREN integer COMMA integer RPAREN
        | (START WITH? EQ? integer)? (INCREMENT BY? EQ? integer)?) (ORDER | NOORDER)?       # autoincrementClause
    | COLLATE STRING                                                                        # collateClause
    | COMMENT EQ? string                                                                    # commentClause
    | constraint                                                                            # constraintClause
    ;

constraint
    : (CONSTRAINT identifier)? (PRIMARY KEY | UNIQUE) identifierList?
    | (CONSTRAINT identifier)? (FOREIGN KEY identifierList?)? REFERENCES objectName identifierList?
    ;

tableClause
    : CLUSTER BY LPAREN expressions RPAREN
    | COPY GRANTS
    | COMMA? option
    ;

alterTable: TABLE ifExists? objectName tableAction;

tableAction
    : ADD constraint                                                            # addConstraint
    | ADD COLUMN? ifNotExists? columnDefinition (COMMA COLUMN? ifNotExists? columnDefinition)*  # addColumns
    | ADD LPAREN columnDefinition (COMMA columnDefinition)* RPAREN              # addColumnList
    | DROP (PRIMARY KEY | CONSTRAINT identifier) (CASCADE | RESTRICT)?          # dropConstraint
    | DROP CLUSTERING KEY                                                       # dropClusteringKey
    | DROP COLUMN? ifExists? identifiers                                        # dropColumns
    | RENAME TO objectName                                                      # renameTable
    | RENAME COLUMN identifier TO identifier                                    # renameColumn
    | SWAP WITH objectName                                                      # swapTable
    | (ALTER | MODIFY) LPAREN? COLUMN? columnChange (COMMA COLUMN? columnChange)* RPAREN?   # alterColumns
    | CLUSTER BY LPAREN expressions RPAREN                                      # clusterTable
    | SET optionList                                                               # setTable
    | UNSET words                                                               # unsetTable
    ;

columnChange
    : identifier (SET DATA? TYPE | TYPE)? typeName         # changeType
    | identifier SET? NOT NULL                                  # changeNotNull
    | identifier DROP NOT NULL                                  # changeNull
    | identifier SET? DEFAULT expression                        # changeDefault
    | identifier DROP DEFAULT                                   # changeNoDefault
    | identifier COMMENT string                                 # changeComment
    | identifier UNSET COMMENT                                  # changeNoComment
    ;

words: anyWord (COMMA anyWord)*;

createView
    : SECURE? ((LOCAL | GLOBAL)? (TEMPORARY | TEMP))? RECURSIVE? VIEW ifNotExists? objectName
      (LPAREN viewColumn (COMMA viewColumn)* RPAREN)?
      viewClause* AS query
    ;

viewColumn: identifier (COMMENT string)?;

viewClause
    : COPY GRANTS
    | option
    ;

createDatabase: TRANSIENT? DATABASE ifNotExists? objectName (CLONE objectName timeTravel?)? optionList?;

createSchema
    : (VERSIONED | TRANSIENT)? SCHEMA ifNotExists? objectName (CLONE objectName timeTravel?)?
      (WITH MANAGED ACCESS)? optionList?
    ;

createSequence: SEQUENCE ifNotExists? objectName WITH? sequenceClause*;

sequenceClause
    : START WITH? EQ? integer
    | INCREMENT BY? EQ? integer
    | (ORDER | NOORDER)
    | option
    ;

// Objects that are a name and options.
createPlain
    : (TEMPORARY | TEMP | SCOPED TEMPORARY)? plainKind ifNotExists? objectName WITH? optionList?
    ;

plainKind
    : STAGE
    | FILE FORMAT
    | ROLE
    | DATABASE ROLE
    | USER
    | WAREHOUSE
    | SECRET
    | NETWORK RULE
    | APPLICATION ROLE
    | APPLICATION PACKAGE
    ;

createIntegration: integrationKind INTEGRATION ifNotExists? objectName optionList?;

alterStatement: ALTER alterable;

alterable
    : SESSION SET optionList                                                   # alterSessionSet
    | SESSION UNSET words                                                   # alterSessionUnset
    | alterTable                                                            # alterTableStatement
    | alterApplication                                                      # alterApplicationStatement
    | alterRoutine                                                          # alterRoutineStatement
    | alterTask                                                             # alterTaskStatement
    | ACCOUNT SET optionList                                                   # alterAccountSet
    | ACCOUNT UNSET words                                                   # alterAccountUnset
    | objectKind ifExists? objectName alterAction                           # alterObject
    ;

alterAction
    : RENAME TO objectName                      # renameAction
    | SWAP WITH objectName                      # swapAction
    | SET optionList                               # setAction
    | UNSET words                               # unsetAction
    | (RESUME | SUSPEND | ABORT | ENABLE | DISABLE | REFRESH) anyWord*   # commandAction
    ;

dropStatement: DROP objectKind ifExists? objectName typeNames? (CASCADE | RESTRICT)?;
undropStatement: UNDROP objectKind objectName;
commentStatement: COMMENT ifExists? ON objectKind objectName typeNames? IS string;

grantStatement
    : GRANT (ROLE | DATABASE ROLE | APPLICATION ROLE) objectName TO grantee                         # grantRole
    | REVOKE (ROLE | DATABASE ROLE | APPLICATION ROLE) objectName FROM grantee                      # revokeRole
    | GRANT privileges ON grantTarget TO grantee (WITH GRANT OPTION | (COPY | REVOKE) CURRENT GRANTS)?  # grantPrivileges
    | REVOKE (GRANT OPTION FOR)? privileges ON grantTarget FROM grantee (CASCADE | RESTRICT)?       # revokePrivileges
    ;

privileges: privilege (COMMA privilege)*;
privilege: privilegeWord+;
privilegeWord: name | ALL | ALTER | CREATE | DELETE | DROP | INSERT | SELECT | TABLE | UPDATE | ROW;

grantTarget
    : ACCOUNT                                                   # accountTarget
    | (ALL | FUTURE) pluralWord+ IN objectKind objectName       # everyTarget
    | objectKind objectName typeNames?                          # singleTarget
    ;

pluralWord: IDENT | aliasWord;

grantee: (ROLE | USER | APPLICATION | APPLICATION ROLE | DATABASE ROLE | SHARE)? objectName;
