/** Where the marks of a window stand on a drawn line: fractions from 0 (start) to 1 (end), in the order from <= due <= until. */
export interface WindowFractions {
  readonly from: number;
  readonly due: number;
  readonly until: number;
  readonly now: number;
}

// A moment far outside must not squeeze the window itself into a speck: it gets at most this share of the window's length.
const mostOutside = 0.3;

/**
 * Lays a window out on a line. The line spans the window, and a little more on the side where now lies outside it;
 * beyond that little, now stands at the very end of the line.
 *
 * @param instants in ms, from <= due <= until; anything out of that order is drawn at the nearest place in it.
 */
export const windowFractions = (instants: WindowFractions): WindowFractions => {
  const { from, now } = instants;
  // A window without length is still drawn, as if it lasted a millisecond.
  const until = Math.max(instants.until, from + 1);
  const due = Math.min(Math.max(instants.due, from), until);
  const outside = (until - from) * mostOutside;
  const start = Math.max(Math.min(from, now), from - outside);
  const end = Math.min(Math.max(until, now), until + outside);
  const fraction = (instant: number) => Math.min(Math.max((instant - start) / (end - start), 0), 1);
  return { from: fraction(from), due: fraction(due), until: fraction(until), now: fraction(now) };
};
