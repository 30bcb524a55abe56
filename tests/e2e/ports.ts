/** Where the browser tests serve the site and the copy of it under a path. */
export const sitePort = Number(process.env['TEST_PORT'] ?? 4391);
export const copyPort = sitePort + 100;
/** A name that browsers do not trust as they trust localhost; the test browser finds it on this machine. */
export const intranetHost = 'intranet.example.com';
export const intranet = `http://${intranetHost}:${sitePort}`;
