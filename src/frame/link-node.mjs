/**
 * Runs after `npm ci`, on whatever Node there is. npm 9, which Debian 13 has, drops the link to the Node of the lock file
 * together with the packages of other platforms, whose command has the same name; the scripts would then run on an older
 * one. Making the links again puts it right.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/.bin/node'))
  execSync('npm rebuild --ignore-scripts --silent', { stdio: 'inherit' });
