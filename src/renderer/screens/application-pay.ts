/** An amount in minor units as the region writes it, without its currency: "52,500" or "31.50"; empty for none. */
export const amountWords = (minor: number | null, locale: string): string =>
  minor === null
    ? ''
    : new Intl.NumberFormat(locale, {
        minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
        maximumFractionDigits: 2,
      }).format(minor / 100);

/** Minor units of a typed amount; null for an empty one, undefined for anything that is no amount. */
export const amountOf = (text: string, locale: string): number | null | undefined => {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return null;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const plain = bare.replaceAll(group, '').replace(decimal, '.');
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
};
