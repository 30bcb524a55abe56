/**
 * The version of what the exports hold, by the rules of semver.org. Major: a field is renamed, removed or means something
 * else. Minor: a field or a file is new. Patch: a correction of the schema itself. Values are content and change with it.
 *
 * With a new major version the schemas get new addresses; those of the old one stay, as files in public/schema/.
 */
export const schemaVersion = '1.0.0';

/** The folder of the schemas: their addresses name the major version. */
export const schemaFolder = `v${schemaVersion.split('.')[0]}`;
