// Queries and relations. A query in parentheses that begins with a parenthesis is sorted out by the builder.
parser grammar Queries;

query: withClause? setOperand setTail* queryTail;

// A query that does not begin with a parenthesis or with VALUES.
openQuery: withClause? select setTail* queryTail;

withClause: WITH RECURSIVE? commonTable (COMMA commonTable)*;
commonTable: identifier identifierList? AS LPAREN query RPAREN;

setOperand
    : select
    | values
    | LPAREN query RPAREN
    ;

setTail: (UNION | INTERSECT | EXCEPT | MINUS_KEYWORD) (ALL | DISTINCT)? (BY NAME)? setOperand;

queryTail: orderBy? limitClause*;

orderBy: ORDER BY orderItem (COMMA orderItem)*;
orderItem: expression (ASC | DESC)? (NULLS (FIRST | LAST))?;

limitClause
    : LIMIT expression
    | OFFSET expression (ROW | ROWS)?
    | FETCH (FIRST | NEXT)? expression (ROW | ROWS)? ONLY?
    ;

values: VALUES valuesRow (COMMA valuesRow)*;
valuesRow: LPAREN expressions RPAREN;

select
    : SELECT (DISTINCT | ALL)? (TOP INTEGER)? selectItem (COMMA selectItem)*
      (INTO intoTarget (COMMA intoTarget)*)?
      (FROM relations)?
      (WHERE expression)?
      connectBy?
      (GROUP BY groupBy)?
      (HAVING expression)?
      (QUALIFY expression)?
    ;

// Snowflake reads a name after the star, and reports what follows; the builder refuses one that stands alone.
selectItem
    : star bareAlias?
    | expression (AS anyWord | bareAlias)?
    ;

intoTarget: COLON? identifier;

connectBy
    : START WITH expression CONNECT BY expression
    | CONNECT BY expression (START WITH expression)?
    ;

groupBy
    : ALL
    | groupElement (COMMA groupElement)*
    ;

groupElement
    : ROLLUP LPAREN expressions RPAREN                                  # rollupElement
    | CUBE LPAREN expressions RPAREN                                    # cubeElement
    | GROUPING SETS LPAREN groupingSet (COMMA groupingSet)* RPAREN      # setsElement
    | expression                                                        # simpleElement
    ;

groupingSet
    : LPAREN expressions? RPAREN
    | expression
    ;

relations: relation (COMMA relation)*;

relation: relationPrimary joinTail*;

joinTail
    : joinKind? JOIN relationPrimary (ON expression | USING identifierList)?
    | NATURAL joinKind? JOIN relationPrimary
    | ASOF JOIN relationPrimary MATCH_CONDITION LPAREN expression RPAREN (ON expression | USING identifierList)?
    ;

joinKind: INNER | (LEFT | RIGHT | FULL) OUTER? | CROSS;

relationPrimary: relationAtom relationSuffix*;

relationAtom
    : LATERAL? objectName LPAREN arguments RPAREN                                           # functionRelation
    | objectName timeTravel?                                                                # tableRelation
    | LATERAL LPAREN query RPAREN                                                           # lateralRelation
    | LATERAL? TABLE LPAREN expression RPAREN                                               # tableFunctionRelation
    | LPAREN openQuery RPAREN                                                               # queryRelation
    | LPAREN relations setTail* queryTail RPAREN                                            # parenthesesRelation
    | values                                                                                # valuesRelation
    | (STAGE_PATH | string) (LPAREN optionEntry (COMMA? optionEntry)* RPAREN)?              # stageRelation
    | (QUESTION | COLON identifier | SESSION_VARIABLE)                                      # variableRelation
    ;

relationSuffix
    : (AS identifier | bareAlias) identifierList?                                           # aliasSuffix
    | (SAMPLE | TABLESAMPLE) (BERNOULLI | ROW | SYSTEM | BLOCK)? LPAREN expression ROWS? RPAREN
      ((SEED | REPEATABLE) LPAREN expression RPAREN)?                                       # sampleSuffix
    | PIVOT LPAREN pivotAggregate (COMMA pivotAggregate)* FOR identifier IN LPAREN pivotValues RPAREN
      (DEFAULT ON NULL LPAREN expression RPAREN)? RPAREN                                    # pivotSuffix
    | UNPIVOT ((INCLUDE | EXCLUDE) NULLS)? LPAREN identifier FOR identifier IN
      LPAREN unpivotColumn (COMMA unpivotColumn)* RPAREN RPAREN                             # unpivotSuffix
    ;

pivotAggregate: expression (AS identifier | bareAlias)?;

pivotValues
    : ANY orderBy?
    | openQuery
    | pivotValue (COMMA pivotValue)*
    ;

pivotValue: expression (AS identifier | bareAlias)?;
unpivotColumn: identifier (AS (identifier | STRING) | bareAlias)?;

timeTravel: (AT | BEFORE) LPAREN anyWord FAT_ARROW expression RPAREN;
