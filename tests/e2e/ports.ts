/** Where the browser tests serve the site and the copy of it under a path. */
export const sitePort = Number(process.env['TEST_PORT'] ?? 4391);
export const copyPort = sitePort + 100;
