package io.snowpull.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Statements for the view over the flattening views of all resources, and for the views over what
 * its columns hold.
 */
public final class CombinedStatements {
  private static final String NAME = "REPOSITORY";
  private static final String ID = "REPOSITORY_ID";

  private final Rendering rendering = new Rendering();
  private final List<String> schema;
  private final String view;

  /**
   * @param schema database and schema of the views
   * @param view name of the view over all resources
   */
  public CombinedStatements(List<String> schema, String view) {
    this.schema = List.copyOf(schema);
    this.view = view;
  }

  /**
   * One resource of the view.
   *
   * @param name what it is called
   * @param id the source's number of it
   * @param view full name of its flattening view
   */
  public record Part(String name, long id, List<String> view) {
    public Part {
      view = List.copyOf(view);
    }
  }

  /**
   * The view, with name and number of the resource before the columns.
   *
   * @param parts at least one
   */
  public String create(List<Part> parts, List<String> columns) {
    List<QueryPart> selects = new ArrayList<>();
    for (Part part : parts) {
      List<QueryPart> selected =
          Stream.concat(
                  Stream.of(
                      DSL.sql("{0} AS {1}", Rendering.text(part.name()), Rendering.name(NAME)),
                      DSL.sql("{0} AS {1}", DSL.inline(part.id()), Rendering.name(ID))),
                  columns.stream().map(Rendering::name))
              .map(QueryPart.class::cast)
              .toList();
      selects.add(DSL.sql("SELECT {0} FROM {1}", DSL.list(selected), Rendering.name(part.view())));
    }
    QueryPart all = selects.get(0);
    for (QueryPart next : selects.subList(1, selects.size())) {
      all = DSL.sql("{0} UNION ALL {1}", all, next);
    }
    return rendering.statement(
        "CREATE OR REPLACE VIEW {0} AS {1}", Rendering.name(full(view)), all);
  }

  /** A view over what one column holds; {@link #create} comes before. */
  public String createChild(ChildView child) {
    QueryPart column = Rendering.name("issue", child.column());
    QueryPart value =
        child.kind() == ChildView.Kind.ELEMENTS ? Rendering.name("element", "VALUE") : column;
    List<QueryPart> selected =
        Stream.concat(
                Stream.of(
                    Rendering.name("issue", NAME),
                    Rendering.name("issue", ID),
                    DSL.sql(
                        "{0} AS {1}", Rendering.name("issue", "ID"), Rendering.name("ISSUE_ID")),
                    DSL.sql(
                        "{0} AS {1}",
                        Rendering.name("issue", "NUMBER"), Rendering.name("ISSUE_NUMBER"))),
                child.columns().stream().map(one -> SinkStatements.select(value, one)))
            .map(QueryPart.class::cast)
            .toList();
    QueryPart from =
        child.kind() == ChildView.Kind.ELEMENTS
            ? DSL.sql(
                "{0} AS {1}, LATERAL FLATTEN(INPUT => {2}) AS {3}",
                Rendering.name(full(view)),
                Rendering.name("issue"),
                column,
                Rendering.name("element"))
            : DSL.sql("{0} AS {1}", Rendering.name(full(view)), Rendering.name("issue"));
    QueryPart first = Variants.get(value, child.columns().get(0).path().get(0));
    return rendering.statement(
        "CREATE OR REPLACE VIEW {0} AS SELECT {1} FROM {2} WHERE {3} IS NOT NULL",
        Rendering.name(full(child.name())), DSL.list(selected), from, first);
  }

  /** Lets the application roles read a view; replacing it took that away. */
  public List<String> grantSelect(String name, List<String> applicationRoles) {
    return applicationRoles.stream()
        .map(
            role ->
                rendering.statement(
                    "GRANT SELECT ON VIEW {0} TO APPLICATION ROLE {1}",
                    Rendering.name(full(name)), Rendering.name(role)))
        .toList();
  }

  public String drop(String name) {
    return rendering.statement("DROP VIEW IF EXISTS {0}", Rendering.name(full(name)));
  }

  private List<String> full(String name) {
    return List.of(schema.get(0), schema.get(1), name);
  }
}
