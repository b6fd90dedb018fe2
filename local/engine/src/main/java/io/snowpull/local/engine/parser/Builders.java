package io.snowpull.local.engine.parser;

/** The builders of one parse, which refer to each other as the grammar's rules do. */
final class Builders {
  final Source source;
  final Names names;
  final OptionLists options;
  final Expressions expressions;
  final Calls calls;
  final Queries queries;
  final Relations relations;
  final Changes changes;
  final Tables tables;
  final Creations creations;
  final Grants grants;
  final Applications applications;
  final Routines routines;
  final Tasks tasks;
  final Scripts scripts;
  final Inspections inspections;
  final Statements statements;

  Builders(Source source) {
    this.source = source;
    this.names = new Names(this);
    this.options = new OptionLists(this);
    this.expressions = new Expressions(this);
    this.calls = new Calls(this);
    this.queries = new Queries(this);
    this.relations = new Relations(this);
    this.changes = new Changes(this);
    this.tables = new Tables(this);
    this.creations = new Creations(this);
    this.grants = new Grants(this);
    this.applications = new Applications(this);
    this.routines = new Routines(this);
    this.tasks = new Tasks(this);
    this.scripts = new Scripts(this);
    this.inspections = new Inspections(this);
    this.statements = new Statements(this);
  }
}
