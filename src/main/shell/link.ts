import { shell } from 'electron';
import { isOpenableLink } from './openable-link.ts';

/** Opens a link in the user's browser; the one place that does. Answers false, and opens nothing, for any other link. */
export const openLink = async (link: string): Promise<boolean> => {
  if (!isOpenableLink(link)) return false;
  await shell.openExternal(new URL(link).href);
  return true;
};
