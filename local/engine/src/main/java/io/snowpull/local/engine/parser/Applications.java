package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.ApplicationStatement;
import io.snowpull.local.engine.ast.ApplicationStatement.ApplicationAction;
import io.snowpull.local.engine.ast.ApplicationStatement.CodeSource;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ApplicationActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ApproveSpecificationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChannelSourceContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CodeSourceContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateStreamlitContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DeclineSpecificationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropSpecificationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.FilesSourceContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifierContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionEntryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionListContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RenameApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetConfigurationDefinitionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetConfigurationValueContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetSpecificationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetReferencesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UpgradeApplicationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.VersionSourceContext;
import org.jspecify.annotations.Nullable;

/** Builds the statements on application packages, applications and Streamlits. */
final class Applications {
  private final Builders builders;
  private final Packages packages;

  Applications(Builders builders) {
    this.builders = builders;
    this.packages = new Packages(builders);
  }

  Statement create(CreateApplicationContext node, Creation creation) {
    return new ApplicationStatement.CreateApplication(
        creation.mode(node.ifNotExists()),
        builders.names.objectName(node.objectName(0)),
        builders.names.objectName(node.objectName(1)),
        source(node.codeSource()),
        builders.options.options(node.optionList()),
        creation.text());
  }

  private static CodeSource source(@Nullable CodeSourceContext node) {
    if (node == null) {
      return new CodeSource.ReleaseDirective();
    }
    if (node instanceof VersionSourceContext v) {
      Integer patch = v.INTEGER() == null ? null : Names.integer(v.INTEGER().getSymbol());
      return new CodeSource.Version(Names.identifier(v.identifier()), patch);
    }
    return node instanceof ChannelSourceContext c
        ? new CodeSource.Channel(Names.identifier(c.channel()))
        : new CodeSource.Files(Names.stage(((FilesSourceContext) node).stageLocation()));
  }

  Statement createStreamlit(CreateStreamlitContext node, Creation creation) {
    return new ApplicationStatement.CreateStreamlit(
        creation.mode(node.ifNotExists()),
        builders.names.objectName(node.objectName()),
        node.stageLocation() == null ? null : Names.stage(node.stageLocation()),
        builders.options.options(node.optionList()),
        creation.text());
  }

  Statement alter(AlterApplicationContext node, String text) {
    boolean ifExists = node.ifExists() != null;
    if (node.packageAction() != null) {
      return new ApplicationStatement.AlterApplicationPackage(
          ifExists,
          builders.names.objectName(node.objectName()),
          packages.action(node.packageAction()),
          text);
    }
    return new ApplicationStatement.AlterApplication(
        ifExists,
        builders.names.optionalName(node.objectName()),
        action(node.applicationAction()),
        text);
  }

  private ApplicationAction action(ApplicationActionContext node) {
    if (node instanceof UpgradeApplicationContext a) {
      return new ApplicationAction.Upgrade(source(a.codeSource()));
    }
    if (node instanceof RenameApplicationContext a) {
      return new ApplicationAction.RenameTo(builders.names.objectName(a.objectName()));
    }
    if (node instanceof SetApplicationContext a) {
      return new ApplicationAction.SetOptions(builders.options.options(a.optionList()));
    }
    if (node instanceof UnsetApplicationContext a) {
      return new ApplicationAction.UnsetOptions(Names.words(a.words()));
    }
    if (node instanceof UnsetReferencesContext a) {
      return new ApplicationAction.UnsetReferences(
          a.optionEntry().stream().map(this::reference).toList());
    }
    return specification(node);
  }

  private String reference(OptionEntryContext entry) {
    return Options.textOf(builders.options.value(entry.optionValue()))
        .orElseThrow(() -> Source.unexpected(entry.getStart()));
  }

  private ApplicationAction specification(ApplicationActionContext node) {
    if (node instanceof SetSpecificationContext a) {
      return new ApplicationAction.SetSpecification(
          Names.identifier(a.identifier()), builders.options.options(a.optionList()));
    }
    if (node instanceof DropSpecificationContext a) {
      return new ApplicationAction.DropSpecification(Names.identifier(a.identifier()));
    }
    if (node instanceof ApproveSpecificationContext a) {
      return decide(true, a.identifier(), a.optionList());
    }
    if (node instanceof DeclineSpecificationContext a) {
      return decide(false, a.identifier(), a.optionList());
    }
    if (node instanceof SetConfigurationDefinitionContext a) {
      return new ApplicationAction.SetConfigurationDefinition(
          Names.identifier(a.identifier()), builders.options.options(a.optionList()));
    }
    SetConfigurationValueContext a = (SetConfigurationValueContext) node;
    return new ApplicationAction.SetConfigurationValue(
        Names.identifier(a.identifier()), builders.options.options(a.optionList()));
  }

  private ApplicationAction decide(
      boolean approve, IdentifierContext specification, OptionListContext list) {
    return new ApplicationAction.DecideSpecification(
        approve,
        Names.identifier(specification),
        builders
            .options
            .options(list)
            .number("SEQUENCE_NUMBER")
            .orElseThrow(() -> Source.unexpected(list.getStart())));
  }
}
