// Expressions, weakest first: OR, AND, NOT, predicates, then arithmetic in valueExpression, then postfixes.
parser grammar Expressions;

expressions: expression (COMMA expression)*;

expression
    : predicate                       # predicateExpression
    | NOT expression                  # notExpression
    | expression AND expression       # andExpression
    | expression OR expression        # orExpression
    ;

// BETWEEN's bounds are value expressions: with full ones its AND would be ambiguous.
predicate: valueExpression predicateTail*;

predicateTail
    : comparison valueExpression                                                        # comparisonTail
    | comparison quantifier LPAREN query RPAREN                                         # quantifiedTail
    | IS NOT? (NULL | TRUE | FALSE)                                                     # isTail
    | IS NOT? DISTINCT FROM valueExpression                                             # distinctTail
    | NOT? BETWEEN valueExpression AND valueExpression                                  # betweenTail
    | NOT? IN inOperand                                                                 # inTail
    | NOT? matching quantifier LPAREN expressions RPAREN (ESCAPE valueExpression)?      # matchQuantifiedTail
    | NOT? matching valueExpression (ESCAPE valueExpression)?                           # matchTail
    ;

comparison: EQ | NEQ | LT | LE | GT | GE;
quantifier: ANY | SOME | ALL;
matching: LIKE | ILIKE | RLIKE | REGEXP;

inOperand: LPAREN (openQuery | expressions setTail* queryTail) RPAREN;

valueExpression
    : (MINUS | PLUS | PRIOR) valueExpression                    # unaryValue
    | postfixExpression                                         # postfixValue
    | valueExpression (STAR | SLASH | PERCENT) valueExpression  # multiplicativeValue
    | valueExpression (PLUS | MINUS | CONCAT) valueExpression   # additiveValue
    ;

postfixExpression: atom postfix*;

postfix
    : DOT STAR starModifier*                # starPostfix
    | DOT COLUMN_POSITION                   # positionPostfix
    | DOT DOT? anyWord                      # dotPostfix
    | COLON anyWord                         # pathPostfix
    | LBRACKET expression RBRACKET          # subscriptPostfix
    | LPAREN arguments RPAREN callTail      # callPostfix
    | CAST_OPERATOR typeName                # castPostfix
    | COLLATE STRING                        # collatePostfix
    ;

atom
    : string                                                                                 # stringAtom
    | number                                                                                 # numberAtom
    | BINARY                                                                                 # binaryAtom
    | (TRUE | FALSE)                                                                         # booleanAtom
    | NULL                                                                                   # nullAtom
    | DEFAULT                                                                                # defaultAtom
    | QUESTION                                                                               # bindAtom
    | COLON INTEGER                                                                          # numberedBindAtom
    | COLON identifier                                                                       # variableAtom
    | SESSION_VARIABLE                                                                       # sessionVariableAtom
    | COLUMN_POSITION                                                                        # positionAtom
    | STAGE_PATH                                                                             # stageAtom
    | (DATE | TIME | TIMESTAMP | TIMESTAMP_NTZ | TIMESTAMP_LTZ | TIMESTAMP_TZ) STRING        # typedAtom
    | INTERVAL STRING intervalUnit?                                                          # intervalAtom
    | (CAST | TRY_CAST) LPAREN expression AS typeName RPAREN                                 # castAtom
    | EXTRACT LPAREN (anyWord | STRING) FROM expression RPAREN                               # extractAtom
    | CASE expression? (WHEN expression THEN expression)+ (ELSE expression)? END             # caseAtom
    | EXISTS LPAREN query RPAREN                                                             # existsAtom
    | LPAREN openQuery RPAREN                                                                # queryAtom
    | LPAREN typedExpression (COMMA typedExpression)* setTail* queryTail RPAREN              # parenthesesAtom
    | LBRACKET (element (COMMA element)*)? RBRACKET                                          # arrayAtom
    | LBRACE (objectEntry (COMMA objectEntry)*)? RBRACE                                      # objectAtom
    | (LEFT | RIGHT | INSERT | LIKE | ILIKE | RLIKE | REGEXP) LPAREN arguments RPAREN        # reservedCallAtom
    | identifier                                                                             # identifierAtom
    ;

intervalUnit: YEAR | QUARTER | MONTH | WEEK | DAY | HOUR | MINUTE | SECOND;

// The type is only for the parameters of a lambda: (x INT, y) -> e.
typedExpression: expression typeName?;

element: POWER? expression;

objectEntry
    : STRING COLON expression
    | POWER expression
    | star
    ;

arguments
    : ((DISTINCT | ALL)? argument (COMMA argument)* nullTreatment?)?
    ;

// A query here must have its own parentheses: else each comma of a SELECT could be the next argument's.
argument
    : identifier FAT_ARROW expression
    | star
    | POWER expression
    | expression (typeName? ARROW expression)?
    ;

callTail
    : nullTreatment? (WITHIN GROUP LPAREN orderBy RPAREN)? nullTreatment? (OVER window)?
    ;

nullTreatment: (IGNORE | RESPECT) NULLS;

window: LPAREN (PARTITION BY expressions)? orderBy? frame? RPAREN;

frame: (ROWS | RANGE) (BETWEEN frameBound AND frameBound | frameBound);

frameBound
    : UNBOUNDED (PRECEDING | FOLLOWING)
    | CURRENT ROW
    | valueExpression (PRECEDING | FOLLOWING)
    ;

star: STAR starModifier*;

starModifier
    : ILIKE STRING
    | EXCLUDE (identifier | identifierList)
    | REPLACE LPAREN replacement (COMMA replacement)* RPAREN
    | RENAME (renaming | LPAREN renaming (COMMA renaming)* RPAREN)
    ;

replacement: expression AS? identifier;
renaming: identifier AS identifier;
