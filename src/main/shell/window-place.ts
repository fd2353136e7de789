/** Where a window stands, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 900, height: 600 } as const;
const firstSize = { width: 1280, height: 800 } as const;

/**
 * Where to put the window: where it was, moved and shrunk so that it lies within the display that shows most of it.
 * Without a place to remember, or when its display is gone, in the middle of the first display. `workAreas` begins with
 * the primary display's and is not empty.
 */
export const placeWindow = (remembered: Bounds | null, workAreas: readonly [Bounds, ...Bounds[]]): Bounds => {
  const [primary] = workAreas;
  if (remembered === null) return centred(firstSize, primary);
  const best = workAreas.reduce((best, area) => (overlap(remembered, area) > overlap(remembered, best) ? area : best));
  return overlap(remembered, best) === 0 ? centred(remembered, primary) : within(remembered, best);
};

type Size = Pick<Bounds, 'width' | 'height'>;

const centred = (size: Size, area: Bounds): Bounds => {
  const { width, height } = fitting(size, area);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
};

const within = (bounds: Bounds, area: Bounds): Bounds => {
  const { width, height } = fitting(bounds, area);
  return {
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
    width,
    height,
  };
};

const fitting = (size: Size, area: Bounds): Size => ({
  width: Math.max(minimumSize.width, Math.min(size.width, area.width)),
  height: Math.max(minimumSize.height, Math.min(size.height, area.height)),
});

const overlap = (a: Bounds, b: Bounds): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
