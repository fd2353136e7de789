/** Joins the class names that apply. CSS modules type every name as possibly missing; those are dropped. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');
