/**
 * Whether a link may go to the system's browser: https only, at most 2,048 characters, no user name or password
 * (`https://bank.example@evil.example`), no control characters, blanks or backslashes that programs read differently.
 */
export const isOpenableLink = (link: string): boolean => {
  if (link.length > 2_048 || !/^https:\/\/[^/]/.test(link)) return false;
  // eslint-disable-next-line no-control-regex -- refusing control characters is the point
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(link)) return false;
  if (!URL.canParse(link)) return false;
  const { protocol, username, password, hostname } = new URL(link);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
};
