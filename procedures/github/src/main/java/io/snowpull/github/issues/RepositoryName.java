package io.snowpull.github.issues;

import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code owner/name}, each part as GitHub allows it.
 *
 * <p>Logins of Enterprise Managed Users hold an underscore; old ones may end with a hyphen.
 */
record RepositoryName(String owner, String name) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,38})/([A-Za-z0-9._-]{1,100})");

  /**
   * @throws GitHubException REPOSITORY_NAME_INVALID
   */
  static RepositoryName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || matcher.group(2).equals(".") || matcher.group(2).equals("..")) {
      throw GitHubException.of(
          GitHubError.REPOSITORY_NAME_INVALID,
          "'"
              + text
              + "' is not the name of a repository. Write it as owner/name, such as"
              + " Snowflake-Labs/sfquickstarts, without the address of the site.");
    }
    return new RepositoryName(matcher.group(1), matcher.group(2));
  }

  /** The path of the repository in the API; no character of it needs encoding. */
  String path() {
    return "/repos/" + owner + "/" + name;
  }
}
