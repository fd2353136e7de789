/** What a toast says and offers. */
export interface ToastContent {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
}

export interface Toast extends ToastContent {
  readonly id: number;
}

/** How long a toast stays once it is in sight, in ms. Whatever pauses it gives it the whole time again. */
export const toastStay = 10_000;

// More would cover the page; the others wait for a place and lose nothing of their time.
const mostInSight = 3;

/**
 * The toasts of one window.
 *
 * 1. At most three are in sight, oldest first; the rest wait.
 * 2. The time of a toast runs only in sight, and not while paused.
 * 3. Resuming gives every toast in sight its whole time again, so that nothing vanishes under a hand that just left it.
 */
export const createToasts = () => {
  let all: readonly Toast[] = [];
  let inSight: readonly Toast[] = [];
  let lastId = 0;
  let isPaused = false;
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();

  const update = (next: readonly Toast[]) => {
    all = next;
    inSight = all.slice(0, mostInSight);
    if (!isPaused) startTimers();
    for (const listener of listeners) listener();
  };

  const startTimers = () => {
    for (const { id } of inSight) {
      if (!timers.has(id))
        timers.set(
          id,
          setTimeout(() => dismiss(id), toastStay),
        );
    }
  };

  const dismiss = (id: number): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (all.some((toast) => toast.id === id)) update(all.filter((toast) => toast.id !== id));
  };

  return {
    /** Shows a toast; the answer takes it away early. */
    show: (content: ToastContent): (() => void) => {
      lastId += 1;
      const id = lastId;
      update([...all, { ...content, id }]);
      return () => dismiss(id);
    },
    dismiss,
    pause: (): void => {
      isPaused = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
    resume: (): void => {
      isPaused = false;
      startTimers();
    },
    inSight: (): readonly Toast[] => inSight,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export type Toasts = ReturnType<typeof createToasts>;

/** The toasts of this window, shown by `ToastRegion`. */
export const windowToasts: Toasts = createToasts();

/** Says what was just done, and offers to undo it. The answer takes the toast away early. */
export const showToast = (content: ToastContent): (() => void) => windowToasts.show(content);
