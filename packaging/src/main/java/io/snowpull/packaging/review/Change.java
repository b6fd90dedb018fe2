package io.snowpull.packaging.review;

/**
 * One difference between two releases.
 *
 * @param weight how carefully it wants to be read
 * @param action what happens to the subject
 * @param subject kind and name
 * @param effect what it means in an account where the application is installed
 */
record Change(Weight weight, Action action, String subject, String effect) {

  /** How carefully a change wants to be read; the order is that of the report. */
  enum Weight {
    WIDENS("Widens what the application may do, or who may use it"),
    DANGEROUS("Dangerous for installed applications"),
    CHANGES("Changes"),
    NARROWS("Narrows");

    private final String title;

    Weight(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What happens to the subject, with the sign that the report shows. */
  enum Action {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char sign;

    Action(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }
  }
}
