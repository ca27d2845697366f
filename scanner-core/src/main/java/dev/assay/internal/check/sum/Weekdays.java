package dev.assay.internal.check.sum;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;

/** "July 4, 1976 was a Monday": a date said to fall on another weekday than it does. */
final class Weekdays {
  private static final List<String> FALLS =
      List.of(
          " was a ",
          " is a ",
          " fell on a ",
          " falls on a ",
          " will be a ",
          " was on a ",
          " will fall on a ",
          " was ",
          " is ");

  /** Before, some countries counted by the Julian calendar. */
  private static final int FIRST_YEAR = 1920;

  private static final int LAST_YEAR = 2200;

  private Weekdays() {}

  /** Where a wrong weekday said of the date that the year at {@code start} ends; or -1. */
  static int wrongEnd(String text, int start, Numbers.Number year) {
    int y = year.decimals() > 0 ? 0 : year.value().intValue();
    int weekday =
        SpokenSums.after(
            text, text.startsWith(",", year.end()) ? year.end() + 1 : year.end(), FALLS);
    if (weekday < 0 || y < FIRST_YEAR || y > LAST_YEAR) {
      return -1;
    }
    int i = start;
    while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == ',')) {
      i--;
    }
    int dayEnd = i;
    while (Numbers.digitAt(text, i - 1, text.length()) && dayEnd - i < 2) {
      i--;
    }
    if (i == dayEnd || i < 2 || text.charAt(i - 1) != ' ') {
      return -1;
    }
    String before = text.substring(Math.max(0, i - 10), i - 1);
    for (Month month : Month.values()) {
      if (before.endsWith(name(month.name()))) {
        return mismatch(text, weekday, y, month, Integer.parseInt(text.substring(i, dayEnd)));
      }
    }
    return -1;
  }

  private static String name(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  private static int mismatch(String text, int at, int year, Month month, int day) {
    for (DayOfWeek said : DayOfWeek.values()) {
      String name = name(said.name());
      if (text.startsWith(name, at)) {
        try {
          return LocalDate.of(year, month, day).getDayOfWeek() == said ? -1 : at + name.length();
        } catch (DateTimeException e) {
          // The 31st of a month of 30 days has no weekday to contradict.
          return -1;
        }
      }
    }
    return -1;
  }
}
