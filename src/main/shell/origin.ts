/** Where the window's page comes from. Standard scheme and fixed host, so that it is an origin like any other. */
export const scheme = 'app';
export const host = 'afterword';
export const origin = `${scheme}://${host}`;
export const page = `${origin}/index.html`;
