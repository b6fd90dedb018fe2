// Rows and files: DML, PUT, GET, LIST, REMOVE, COPY.
parser grammar Changes;

insertStatement: INSERT OVERWRITE? INTO objectName identifierList? query;

updateStatement
    : UPDATE objectName (AS? bareAlias)? SET assignments (FROM relations)? (WHERE expression)?
    ;

assignments: assignment (COMMA assignment)*;
assignment: identifier (DOT anyWord)* EQ expression;

deleteStatement
    : DELETE FROM objectName (AS? bareAlias)? (USING relations)? (WHERE expression)?
    ;

mergeStatement: MERGE INTO objectName (AS? bareAlias)? USING relationPrimary ON expression mergeClause+;

mergeClause: WHEN NOT? MATCHED (AND expression)? THEN mergeAction;

mergeAction
    : UPDATE SET assignments                                            # mergeUpdate
    | UPDATE ALL BY NAME                                                # mergeUpdateAll
    | DELETE                                                            # mergeDelete
    | INSERT identifierPathList? VALUES valuesRow                       # mergeInsert
    | INSERT ALL BY NAME                                                # mergeInsertAll
    ;

// Snowpark qualifies the columns of an INSERT.
identifierPathList: LPAREN identifierPath (COMMA identifierPath)* RPAREN;
identifierPath: identifier (DOT anyWord)*;

truncateStatement: TRUNCATE TABLE? ifExists? objectName;

putStatement: PUT clientFile boundStage optionList?;
getStatement: GET boundStage clientFile optionList?;
// The Python driver binds the stage of the files that it transfers itself.
boundStage: stageLocation | QUESTION;
clientFile: CLIENT_FILE | STRING;

listStatement: (LIST | LS) stageLocation optionList?;
removeStatement: (REMOVE | RM) stageLocation optionList?;

copyStatement
    : COPY INTO objectName identifierList? FROM (stageLocation | LPAREN query RPAREN) optionList?        # copyIntoTable
    | COPY INTO stageLocation FROM (objectName | LPAREN query RPAREN) (PARTITION BY expression)? optionList?
                                                                                                    # copyIntoLocation
    ;
