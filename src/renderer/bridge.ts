import type { Bridge } from '#shared/contract.ts';

declare global {
  interface Window {
    /** Exposed by the preload script. */
    readonly afterword: Bridge;
  }
}

/** The way to main; the only place that touches what the preload script exposes (design law 9). */
export const bridge: Bridge = window.afterword;
