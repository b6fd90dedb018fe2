package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.ApplicationStatement.PackageAction;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddChannelVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddPatchContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AddVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChannelAccountsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChannelActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ChannelDirectiveContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DeregisterVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DirectiveActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropChannelVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ModifyChannelContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PackageActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PackageDirectiveContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RegisterVersionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetPackageContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetPackageContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what ALTER APPLICATION PACKAGE does. */
final class Packages {
  private final Builders builders;

  Packages(Builders builders) {
    this.builders = builders;
  }

  PackageAction action(PackageActionContext node) {
    if (node instanceof AddVersionContext a) {
      return new PackageAction.AddVersion(
          Names.optional(a.identifier()),
          Names.stage(a.stageLocation()),
          builders.options.options(a.optionList()));
    }
    if (node instanceof RegisterVersionContext a) {
      return new PackageAction.RegisterVersion(
          Names.optional(a.identifier()),
          Names.stage(a.stageLocation()),
          builders.options.options(a.optionList()));
    }
    if (node instanceof AddPatchContext a) {
      Integer patch = a.INTEGER() == null ? null : Names.integer(a.INTEGER().getSymbol());
      return new PackageAction.AddPatch(
          patch,
          Names.identifier(a.identifier()),
          Names.stage(a.stageLocation()),
          builders.options.options(a.optionList()));
    }
    if (node instanceof DropVersionContext a) {
      return new PackageAction.DropVersion(Names.identifier(a.identifier()));
    }
    if (node instanceof DeregisterVersionContext a) {
      return new PackageAction.DeregisterVersion(Names.identifier(a.identifier()));
    }
    if (node instanceof ModifyChannelContext a) {
      return channel(Names.identifier(a.channel()), a.channelAction());
    }
    return property(node);
  }

  private PackageAction property(PackageActionContext node) {
    if (node instanceof PackageDirectiveContext a) {
      return directive(null, a.directiveAction());
    }
    return node instanceof SetPackageContext a
        ? new PackageAction.SetOptions(builders.options.options(a.optionList()))
        : new PackageAction.UnsetOptions(Names.words(((UnsetPackageContext) node).words()));
  }

  private PackageAction channel(Identifier channel, ChannelActionContext node) {
    if (node instanceof AddChannelVersionContext a) {
      return new PackageAction.AddChannelVersion(channel, Names.identifier(a.identifier()));
    }
    if (node instanceof DropChannelVersionContext a) {
      return new PackageAction.DropChannelVersion(channel, Names.identifier(a.identifier()));
    }
    if (node instanceof ChannelAccountsContext a) {
      Option accounts = new Option("ACCOUNTS", builders.options.value(a.optionValue()));
      return new PackageAction.ChangeChannelAccounts(
          channel, Names.identifier(a.getStart()).name(), new Options(List.of(accounts)));
    }
    return directive(channel, ((ChannelDirectiveContext) node).directiveAction());
  }

  private PackageAction directive(@Nullable Identifier channel, DirectiveActionContext node) {
    Identifier directive = Names.optional(node.channel());
    return node.UNSET() != null
        ? new PackageAction.UnsetReleaseDirective(channel, directive)
        : new PackageAction.SetReleaseDirective(
            channel, directive, builders.options.options(node.optionList()));
  }
}
