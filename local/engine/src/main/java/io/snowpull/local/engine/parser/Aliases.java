package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.Relation.Alias;
import org.antlr.v4.runtime.Token;

/** Gives a relation its alias. */
final class Aliases {
  private Aliases() {}

  static Relation apply(Relation base, Alias alias, Token start) {
    if (base instanceof Relation.Table t && t.alias() == null) {
      return new Relation.Table(t.name(), t.timeTravel(), alias);
    }
    if (base instanceof Relation.Derived d && d.alias() == null) {
      return new Relation.Derived(d.query(), d.lateral(), alias);
    }
    if (base instanceof Relation.TableFunction f && f.alias() == null) {
      return new Relation.TableFunction(f.call(), f.lateral(), alias);
    }
    if (base instanceof Relation.TableOf t && t.alias() == null) {
      return new Relation.TableOf(t.expression(), alias);
    }
    if (base instanceof Relation.ValuesTable v && v.alias() == null) {
      return new Relation.ValuesTable(v.rows(), alias);
    }
    if (base instanceof Relation.StagedFiles s && s.alias() == null) {
      return new Relation.StagedFiles(s.location(), s.options(), alias);
    }
    return applyToCompound(base, alias, start);
  }

  private static Relation applyToCompound(Relation base, Alias alias, Token start) {
    if (base instanceof Relation.Parenthesized p && p.alias() == null) {
      return new Relation.Parenthesized(p.relation(), alias);
    }
    if (base instanceof Relation.Pivot p && p.alias() == null) {
      return new Relation.Pivot(
          p.source(),
          p.aggregates(),
          p.column(),
          p.values(),
          p.valueQuery(),
          p.defaultValue(),
          alias);
    }
    if (base instanceof Relation.Unpivot u && u.alias() == null) {
      return new Relation.Unpivot(
          u.source(), u.includeNulls(), u.valueColumn(), u.nameColumn(), u.columns(), alias);
    }
    if (base instanceof Relation.Sample s) {
      return new Relation.Sample(
          apply(s.source(), alias, start), s.method(), s.size(), s.rows(), s.seed());
    }
    throw Source.unexpected(start);
  }
}
