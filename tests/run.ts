/**
 * `npm test`: every check, cheapest first. Steps that need one processor and nothing of each other run side by side, so
 * that a machine with two is not half idle; the others use all there are. Stops after the first that fails, and says which.
 */
import { spawn } from 'node:child_process';

type Step = [name: string, script: string];

/** Each row waits for the one before it. */
const rows: Step[][] = [
  [
    ['content', 'check:content'],
    ['types', 'check:types'],
    ['lint', 'lint'],
  ],
  [['unit tests', 'test:unit']],
  [['build', 'build']],
  [
    ['built site', 'check:site'],
    ['a copy under a path', 'check:copy'],
  ],
  [['browser tests', 'test:e2e']],
];

interface Result {
  name: string;
  status: number | null;
  seconds: string;
}

/** What a step prints appears as it comes when it runs alone, else in one piece at its end. */
const run = ([name, script]: Step, alone: boolean): Promise<Result> =>
  new Promise((resolve) => {
    const title = `\n── ${name} (npm run ${script})`;
    if (alone) console.log(title);
    const start = Date.now();
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: alone ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => printed.push(piece));
    child.on('close', (status) => {
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      if (!alone) {
        console.log(title);
        process.stdout.write(Buffer.concat(printed));
      }
      if (status === 0) console.log(`── ${name}: ${seconds} s`);
      resolve({ name, status, seconds });
    });
  });

let passed = 0;
for (const row of rows) {
  const results = await Promise.all(row.map((step) => run(step, row.length === 1)));
  const failed = results.filter(({ status }) => status !== 0);
  passed += results.length - failed.length;
  for (const { name, seconds } of failed) console.error(`\n${name} failed after ${seconds} s`);
  if (failed.length > 0) {
    console.log(`${passed} passed, ${failed.length} failed`);
    process.exit(1);
  }
}
console.log(`\n${passed} passed, 0 failed`);
