/** `npm test`: every check in turn, cheapest first. Stops at the first that fails, and says which. */
import { spawnSync } from 'node:child_process';

const steps: [name: string, script: string][] = [
  ['types', 'check:types'],
  ['lint', 'lint'],
  ['content', 'check:content'],
  ['unit tests', 'test:unit'],
  ['build', 'build'],
  ['built site', 'check:site'],
  ['a copy under a path', 'check:copy'],
  ['browser tests', 'test:e2e'],
];

let passed = 0;
for (const [name, script] of steps) {
  console.log(`\n── ${name} (npm run ${script})`);
  const start = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`\n${name} failed after ${seconds} s`);
    console.log(`${passed} passed, 1 failed`);
    process.exit(1);
  }
  passed += 1;
  console.log(`── ${name}: ${seconds} s`);
}
console.log(`\n${passed} passed, 0 failed`);
