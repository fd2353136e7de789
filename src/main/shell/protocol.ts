import { protocol } from 'electron';
import { scheme } from './origin.ts';
import { answerRequest, listStaticFiles } from './static-files.ts';

/**
 * To be called before the app is ready. `corsEnabled` stays off: it would open the scheme to every origin.
 */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

/** Serves the built page in `folder`. Throws when it is not there: the app was not built. */
export const servePage = async (folder: string): Promise<void> => {
  const files = await listStaticFiles(folder);
  protocol.handle(scheme, (request) => answerRequest(files, request));
};
