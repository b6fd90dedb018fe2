package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Channel;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Directive;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Version;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A package's versions and what may be done with them; every change gives a new definition. */
record PackageVersions(ApplicationPackageDefinition definition) {
  /** Source: https://docs.snowflake.com/en/developer-guide/native-apps/release-channels */
  static final List<String> CHANNELS = List.of("ALPHA", "DEFAULT", "QA");

  private static final int MOST_IN_CHANNEL = 2;
  private static final int LAST_PATCH = 130;

  Optional<Version> find(String name, @Nullable Integer patch) {
    return definition.versions().stream()
        .filter(version -> version.name().equals(name))
        .filter(version -> patch == null || version.patch() == patch)
        .max(Comparator.comparingInt(Version::patch));
  }

  Version require(String name, @Nullable Integer patch) {
    return find(name, patch)
        .orElseThrow(
            () ->
                new SnowflakeException(
                    "093012",
                    "02000",
                    "Version '"
                        + name
                        + "'"
                        + (patch == null ? "" : " patch " + patch)
                        + " does not exist in application package '"
                        + definition.name()
                        + "'."));
  }

  ApplicationPackageDefinition withFirst(Version version) {
    if (find(version.name(), null).isPresent()) {
      throw new SnowflakeException(
          "093013",
          "42710",
          "Version '"
              + version.name()
              + "' already exists in application package '"
              + definition.name()
              + "'. Add a patch to it: ALTER APPLICATION PACKAGE ... ADD PATCH FOR VERSION "
              + version.name()
              + ".");
    }
    return with(version);
  }

  /** The number of the next patch. */
  int nextPatch(String name) {
    return require(name, null).patch() + 1;
  }

  ApplicationPackageDefinition withPatch(Version version) {
    int newest = require(version.name(), null).patch();
    if (version.patch() <= newest || version.patch() > LAST_PATCH) {
      throw new SnowflakeException(
          "093014",
          "22023",
          "Patch "
              + version.patch()
              + " of version '"
              + version.name()
              + "' must be above "
              + newest
              + " and at most "
              + LAST_PATCH
              + ".");
    }
    return with(version);
  }

  private ApplicationPackageDefinition with(Version version) {
    List<Version> versions = new ArrayList<>(definition.versions());
    versions.add(version);
    return changed(versions, definition.channels(), definition.directive());
  }

  ApplicationPackageDefinition without(String name) {
    require(name, null);
    boolean used =
        directives().stream().anyMatch(directive -> directive.version().equals(name))
            || definition.channels().values().stream()
                .anyMatch(channel -> channel.versions().contains(name));
    if (used) {
      throw new SnowflakeException(
          "093015",
          "55000",
          "Version '"
              + name
              + "' cannot be removed: a release channel or release directive refers to it.");
    }
    return changed(
        definition.versions().stream().filter(version -> !version.name().equals(name)).toList(),
        definition.channels(),
        definition.directive());
  }

  ApplicationPackageDefinition withChannelVersion(String channelName, String version) {
    require(version, null);
    Channel channel = channel(channelName);
    if (channel.versions().contains(version)) {
      return definition;
    }
    if (channel.versions().size() >= MOST_IN_CHANNEL) {
      throw new SnowflakeException(
          "093016",
          "55000",
          "Release channel '"
              + channelName
              + "' holds the versions "
              + channel.versions()
              + " already; drop one first.");
    }
    List<String> versions = new ArrayList<>(channel.versions());
    versions.add(version);
    return withChannel(channelName, new Channel(List.copyOf(versions), channel.directive()));
  }

  ApplicationPackageDefinition withoutChannelVersion(String channelName, String version) {
    Channel channel = channel(channelName);
    Directive directive = channel.directive();
    if (directive != null && directive.version().equals(version)) {
      throw new SnowflakeException(
          "093017",
          "55000",
          "Version '"
              + version
              + "' is the one that the release directive of channel '"
              + channelName
              + "' installs.");
    }
    List<String> versions =
        channel.versions().stream().filter(one -> !one.equals(version)).toList();
    return withChannel(channelName, new Channel(versions, directive));
  }

  ApplicationPackageDefinition withDirective(@Nullable String channelName, Directive directive) {
    require(directive.version(), directive.patch());
    if (channelName == null) {
      requireChannels(false, "a release directive without a release channel");
      return changed(definition.versions(), definition.channels(), directive);
    }
    Channel channel = channel(channelName);
    if (!channel.versions().contains(directive.version())) {
      throw new SnowflakeException(
          "093018",
          "02000",
          "Version '"
              + directive.version()
              + "' is not in release channel '"
              + channelName
              + "'. Add it: ALTER APPLICATION PACKAGE ... MODIFY RELEASE CHANNEL "
              + channelName
              + " ADD VERSION "
              + directive.version()
              + ".");
    }
    return withChannel(channelName, new Channel(channel.versions(), directive));
  }

  /** What a directive installs; the channel is ignored in a package without channels. */
  Version directed(String channelName) {
    Directive directive =
        definition.releaseChannels() ? channel(channelName).directive() : definition.directive();
    if (directive == null) {
      throw new SnowflakeException(
          "093019",
          "02000",
          "No release directive is set in application package '"
              + definition.name()
              + "'. Set one, or name the code: CREATE APPLICATION ... USING VERSION ....");
    }
    return require(directive.version(), directive.patch());
  }

  private List<Directive> directives() {
    List<Directive> all = new ArrayList<>();
    if (definition.directive() != null) {
      all.add(definition.directive());
    }
    definition.channels().values().stream()
        .map(Channel::directive)
        .filter(directive -> directive != null)
        .forEach(all::add);
    return all;
  }

  private Channel channel(String name) {
    requireChannels(true, "release channel '" + name + "'");
    Channel channel = definition.channels().get(name);
    if (channel == null) {
      throw SnowflakeException.doesNotExist("Release channel", name);
    }
    return channel;
  }

  void requireChannels(boolean wanted, String what) {
    if (definition.releaseChannels() != wanted) {
      throw new SnowflakeException(
          "093020",
          "0A000",
          "Unsupported feature: application package '"
              + definition.name()
              + "' has release channels "
              + (wanted ? "disabled" : "enabled")
              + ", which excludes "
              + what
              + ".");
    }
  }

  private ApplicationPackageDefinition withChannel(String name, Channel channel) {
    SortedMap<String, Channel> channels = new TreeMap<>(definition.channels());
    channels.put(name, channel);
    return changed(definition.versions(), channels, definition.directive());
  }

  private ApplicationPackageDefinition changed(
      List<Version> versions, SortedMap<String, Channel> channels, @Nullable Directive directive) {
    return new ApplicationPackageDefinition(
        definition.header(),
        definition.distribution(),
        definition.releaseChannels(),
        List.copyOf(versions),
        channels,
        directive);
  }
}
