// Application packages, applications, Streamlits.
parser grammar Applications;

createApplication
    : APPLICATION ifNotExists? objectName FROM APPLICATION PACKAGE objectName codeSource? optionList?
    ;

codeSource
    : USING VERSION identifier (PATCH INTEGER)?     # versionSource
    | USING RELEASE CHANNEL channel                 # channelSource
    | USING stageLocation                           # filesSource
    ;

channel: identifier | DEFAULT;

createStreamlit: STREAMLIT ifNotExists? objectName (FROM stageLocation)? optionList?;

alterApplication
    : APPLICATION PACKAGE ifExists? objectName packageAction
    | APPLICATION ifExists? objectName? applicationAction
    ;

packageAction
    : ADD VERSION identifier? USING stageLocation optionList?                          # addVersion
    | REGISTER VERSION identifier? USING stageLocation optionList?                     # registerVersion
    | ADD PATCH INTEGER? FOR VERSION identifier USING stageLocation optionList?        # addPatch
    | DROP VERSION identifier                                                       # dropVersion
    | DEREGISTER VERSION identifier                                                 # deregisterVersion
    | MODIFY RELEASE CHANNEL channel channelAction                                  # modifyChannel
    | directiveAction                                                               # packageDirective
    | SET optionList                                                                   # setPackage
    | UNSET words                                                                   # unsetPackage
    ;

channelAction
    : ADD VERSION identifier                        # addChannelVersion
    | DROP VERSION identifier                       # dropChannelVersion
    | (ADD | REMOVE | SET | UNSET) ACCOUNTS EQ optionValue  # channelAccounts
    | directiveAction                               # channelDirective
    ;

directiveAction
    : (SET | MODIFY) (DEFAULT RELEASE DIRECTIVE | RELEASE DIRECTIVE channel) optionList
    | UNSET RELEASE DIRECTIVE channel
    ;

applicationAction
    : UPGRADE codeSource?                               # upgradeApplication
    | RENAME TO objectName                              # renameApplication
    | SET SPECIFICATION identifier optionList?             # setSpecification
    | DROP SPECIFICATION identifier                     # dropSpecification
    | APPROVE SPECIFICATION identifier optionList          # approveSpecification
    | DECLINE SPECIFICATION identifier optionList          # declineSpecification
    | SET CONFIGURATION DEFINITION identifier optionList   # setConfigurationDefinition
    | SET CONFIGURATION identifier optionList              # setConfigurationValue
    | UNSET REFERENCES (LPAREN optionEntry (COMMA optionEntry)* RPAREN)?   # unsetReferences
    | SET optionList                                       # setApplication
    | UNSET words                                       # unsetApplication
    ;
