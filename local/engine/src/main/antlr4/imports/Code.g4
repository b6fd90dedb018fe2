// Procedures, functions, tasks, and Snowflake Scripting.
parser grammar Code;

createRoutine
    : (TEMPORARY | TEMP)? SECURE? AGGREGATE? (PROCEDURE | FUNCTION) ifNotExists? objectName
      LPAREN (parameter (COMMA parameter)*)? RPAREN
      (COPY GRANTS)? RETURNS returnType routineClause*
      (AS (string | block))?
    ;

parameter: identifier (IN | OUT | INOUT)? typeName (DEFAULT expression)?;

returnType
    : TABLE LPAREN (tableColumn (COMMA tableColumn)*)? RPAREN
    | typeName
    ;

tableColumn: identifier typeName;

routineClause
    : LANGUAGE anyWord                                          # languageClause
    | NOT? NULL                                                 # notNullClause
    | CALLED ON NULL INPUT                                      # calledOnNullClause
    | (RETURNS NULL ON NULL INPUT | STRICT)                     # strictClause
    | (VOLATILE | IMMUTABLE | MEMOIZABLE)                       # volatilityClause
    | EXECUTE AS executeAs                                      # executeAsClause
    | COPY GRANTS                                               # routineCopyGrants
    | option                                                    # routineOption
    ;

executeAs: OWNER | CALLER | RESTRICTED CALLER;

alterRoutine: (PROCEDURE | FUNCTION) ifExists? objectName typeNames routineAction;

routineAction
    : RENAME TO objectName          # renameRoutine
    | SET SECURE                    # secureRoutine
    | SET optionList                   # setRoutine
    | UNSET words                   # unsetRoutine
    | EXECUTE AS executeAs          # executeRoutineAs
    ;

callStatement: CALL objectName LPAREN arguments RPAREN (INTO intoTarget)?;

executeStatement
    : EXECUTE IMMEDIATE FROM stageLocation (USING LPAREN optionEntry (COMMA optionEntry)* RPAREN)? optionList?   # executeFrom
    | EXECUTE IMMEDIATE expression (USING LPAREN expressions RPAREN)? (INTO intoTarget)?                       # executeImmediate
    | EXECUTE TASK objectName (RETRY LAST)?                                                             # executeTask
    ;

createTask
    : TASK ifNotExists? objectName taskClause* (WHEN expression)? AS bodyStatement
    ;

taskClause
    : AFTER objectNames         # afterClause
    | COMMA? option             # taskOption
    ;

alterTask: TASK ifExists? objectName taskAction;

taskAction
    : RESUME                                # resumeTask
    | SUSPEND                               # suspendTask
    | ADD AFTER objectNames                 # addAfter
    | REMOVE AFTER objectNames              # removeAfter
    | MODIFY AS bodyStatement               # modifyTask
    | MODIFY WHEN expression                # modifyWhen
    | REMOVE WHEN                           # removeWhen
    | SET optionList                           # setTask
    | UNSET words                           # unsetTask
    ;

bodyStatement: statement | string;

block
    : (DECLARE (declaration SEMICOLON)+)? BEGIN (scriptStatement SEMICOLON)*
      (EXCEPTION handler+)? END name?
    ;

handler
    : WHEN identifier (OR identifier)* (EXIT | CONTINUE)? THEN (scriptStatement SEMICOLON)*
    ;

declaration
    : name EXCEPTION (LPAREN integer COMMA STRING RPAREN)?                      # exceptionDeclaration
    | name CURSOR FOR (query | COLON? identifier)                               # cursorDeclaration
    | name RESULTSET ((DEFAULT | ASSIGN) assigned)?                             # resultSetDeclaration
    | name PROCEDURE LPAREN (parameter (COMMA parameter)*)? RPAREN RETURNS returnType AS block  # procedureDeclaration
    | name typeName? ((DEFAULT | ASSIGN) expression)?                           # valueDeclaration
    ;

assigned
    : ASYNC LPAREN (rowStatement | openQuery) RPAREN
    | LPAREN rowStatement RPAREN
    | expression
    ;

// Statements other than queries whose rows a RESULTSET can take.
rowStatement
    : callStatement
    | executeStatement
    | showStatement
    | describeStatement
    | listStatement
    | insertStatement
    | updateStatement
    | deleteStatement
    | mergeStatement
    ;

scriptStatements: (scriptStatement SEMICOLON)*;

scriptStatement
    : LET declaration                                                                       # letScript
    | COLON? name ASSIGN assigned                                                           # assignScript
    | IF expression THEN scriptStatements (ELSEIF expression THEN scriptStatements)*
      (ELSE scriptStatements)? END IF                                                       # ifScript
    | CASE expression? caseBranch+ (ELSE scriptStatements)? END CASE?                       # caseScript
    | FOR name IN REVERSE? expression (TO expression)? (DO | LOOP) scriptStatements
      END (FOR | LOOP) name?                                                                # forScript
    | WHILE expression (DO | LOOP) scriptStatements END (WHILE | LOOP) name?                # whileScript
    | REPEAT scriptStatements UNTIL expression END REPEAT name?                             # repeatScript
    | LOOP scriptStatements END LOOP name?                                                  # loopScript
    | (BREAK | EXIT) name?                                                                  # breakScript
    | (CONTINUE | ITERATE) name?                                                            # continueScript
    | RETURN TABLE LPAREN (openQuery | expression) RPAREN                                   # returnTableScript
    | RETURN expression?                                                                    # returnScript
    | RAISE name?                                                                           # raiseScript
    | OPEN name (USING LPAREN expressions RPAREN)?                                          # openScript
    | FETCH name INTO intoTarget (COMMA intoTarget)*                                        # fetchScript
    | CLOSE name                                                                            # closeScript
    | AWAIT (ALL | name)                                                                    # awaitScript
    | NULL                                                                                  # nullScript
    | ASYNC LPAREN statement RPAREN                                                         # asyncScript
    | statement                                                                             # sqlScript
    ;

caseBranch: WHEN expression THEN scriptStatements;
