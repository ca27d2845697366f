package dev.assay.signal;

import java.util.List;

/**
 * Code that finds what only many records show.
 *
 * <p>An instance is used by one thread, and takes what is kept of the records in input order, so
 * that what it finds does not depend on the number of threads. Memory is bounded.
 *
 * @param <S> the detector's own type
 * @param <R> what is kept of one record
 * @param <F> what it finds
 */
public interface DatasetDetector<S extends DatasetDetector<S, R, F>, R, F> {
  /** Takes what is kept of the next record. */
  void accept(R record);

  /** Takes all that another one took, of the part of the dataset that follows this one's. */
  void merge(S next);

  /** What all records show, worst first. Called once, after the last record. */
  List<F> finish();
}
