/** The decoder as a reader uses it: paste, read, choose, check, compare, take away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const file = (name: string) => join(import.meta.dirname, '../../src/decode/page/examples', `${name}.txt`);
const example = (name: string) => readFileSync(file(name), 'utf8');

async function decode(page: Page, trace: string) {
  await page.goto('/decode/');
  await page.locator('#trace').fill(trace);
  await expect(page.getByTestId('decoded-summary')).toBeVisible();
  await expect(page.locator('[data-message] li').first()).toBeVisible();
}

test('a pasted trace gives the outcome, every response and the case; only the site’s own files are asked for', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await decode(page, example('caller-id'));
  await expect(page.getByTestId('decoded-summary')).toContainText('refused the call with 403 Forbidden');
  const responses = page.getByTestId('decoded-response');
  expect(
    await responses.evaluateAll((all) => all.map(({ dataset }) => [dataset['code'], dataset['method']])),
  ).toEqual([
    ['401', 'INVITE'],
    ['100', 'INVITE'],
    ['403', 'INVITE'],
  ]);
  await expect(page.getByTestId('finding').first().getByRole('link')).toHaveAttribute(
    'href',
    '/403/#caller-id-mismatch',
  );
  expect(
    asked.filter(
      (one) =>
        !/^GET \/(decode\/(facts\.\w+\.json)?|_astro\/[\w.-]+|favicon\.svg|search-index\/.*)$/.test(one),
    ),
  ).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.href])).toEqual([
    0,
    0,
    expect.stringMatching(/\/decode\/$/),
  ]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on a decoded trace, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await decode(page, example('two-hops'));
    await page.getByRole('option', { name: /^INVITE, 192\.0\.2\.10 to/ }).click();
    await page.locator('.decode-hop > summary').click();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([]);
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

test('the ladder is gone through by keyboard, and Enter opens the page of the code', async ({ page }) => {
  await decode(page, example('caller-id'));
  const chosen = page.locator('[data-ladder]').getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName(
    /^403 Forbidden, Provider \(203\.0\.113\.5\) to PBX \(this system\)/,
  );
  await chosen.focus();
  await page.keyboard.press('Home');
  await expect(chosen).toHaveAccessibleName(/^INVITE/);
  await expect(page.locator('[data-message] .start')).toHaveText('INVITE sip:+15550199@203.0.113.5 SIP/2.0');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAccessibleName(/^401/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/401\/$/);
});

test('what is copied and saved holds no private data once it is hidden', async ({ page }) => {
  await decode(page, example('caller-id'));
  await page.getByRole('button', { name: 'Hide private data' }).click();
  await expect(page.locator('[data-masked]')).toContainText('Hidden:');
  const secret = /15550142|5550140|587695cafde8a2b9/;
  await expect(page.locator('[data-results]')).not.toContainText(secret);
  await page.getByRole('button', { name: 'Copy for ticket' }).click();
  await expect(page.getByRole('button', { name: 'Copied ✓' })).toBeVisible();
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toMatch(/\/403\/#caller-id-mismatch/);
  expect(ticket).not.toMatch(secret);
  for (const [button, start] of [
    ['Save the trace', '['],
    ['Save as SVG', '<svg'],
    ['Save as PNG', '\ufffdPNG'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const saved = readFileSync(await download.path(), 'utf8');
    expect(saved.startsWith(start)).toBe(true);
    expect(saved).not.toMatch(secret);
  }
});

test('a password is checked against a recorded request, in the decoder and in the guide', async ({
  page,
}) => {
  await decode(page, example('wrong-password'));
  await page.getByRole('option', { name: /^REGISTER.*with credentials/ }).click();
  const check = async (password: string) => {
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Check the password' }).click();
  };
  await check('secret1');
  await expect(page.locator('.decode-verdict')).toHaveText(/^Right password/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await check('secret2');
  await expect(page.locator('.decode-verdict')).toHaveText(/^Wrong password/);
  await page.goto('/guides/digest/');
  await page
    .getByLabel(/or its Authorization/)
    .fill(/^Authorization:.*$/m.exec(example('wrong-password'))?.[0] ?? '');
  await check('secret1');
  await expect(page.locator('.decode-verdict')).toHaveText(/^Right password/);
});

test('a good call beside the bad one shows the first difference that matters', async ({ page }) => {
  await decode(page, example('codecs'));
  await page
    .locator('#good')
    .fill(example('codecs').replace('RTP/SAVP', 'RTP/AVP').replace('488 Not Acceptable Here', '200 OK'));
  await expect(page.getByTestId('first-difference')).toContainText('RTP/AVP');
});

test('a file is read in the worker; an example is two clicks away, and takes nothing away', async ({
  page,
}) => {
  await page.goto('/decode/');
  await page.locator('#trace-file').setInputFiles(file('two-hops'));
  await expect(page.getByTestId('decoded-summary')).toContainText('500 Server Internal Error');
  await expect(page.locator('[data-read]')).toContainText('two-hops.txt');
  // Every example can be reached by arrow keys: choosing changes nothing yet.
  await page.locator('#trace-example').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-read]')).toContainText('two-hops.txt');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('decoded-summary')).toContainText('488');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.locator('[data-read]')).toContainText('two-hops.txt');
  const field = page.locator('#trace');
  await expect(field).toHaveAttribute('placeholder', /^two-hops\.txt/);
  await page.getByRole('button', { name: 'Clear' }).first().click();
  await expect(field).toHaveAttribute('placeholder', /^Paste it as it is/);
});

/** Written by us: the traces of the examples as captures. */
const capture = (name: string) => join(import.meta.dirname, 'captures', name);

test('a capture is read from the file picker', async ({ page }) => {
  await page.goto('/decode/');
  await page.locator('#trace-file').setInputFiles(capture('two-hops.pcapng'));
  await expect(page.getByTestId('decoded-summary')).toContainText(
    'The proxy, 192.0.2.20, refused the call with 500 Server Internal Error',
  );
  await expect(page.locator('[data-read]')).toContainText('9 messages');
});

test('a packed capture is read where it is dropped', async ({ page }) => {
  await page.goto('/decode/');
  const bytes = [...readFileSync(capture('wrong-password.pcap.gz'))];
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], 'wrong-password.pcap.gz'));
    return data;
  }, bytes);
  await page.locator('[data-trace-form="trace"]').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByTestId('decoded-summary')).toContainText('The registrar, 203.0.113.5, asked for');
  await expect(page.locator('[data-read]')).toContainText('wrong-password.pcap.gz');
});

test('one transaction of a call is chosen by keyboard and shown alone', async ({ page }) => {
  await decode(page, example('caller-id'));
  const options = page.locator('[data-ladder]').getByRole('option');
  const transactions = page.getByRole('navigation', { name: 'Transactions of the call' });
  await expect(options).toHaveCount(7);
  await transactions.getByRole('button', { name: /^Whole call/ }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(3);
  const chosen = transactions.getByRole('button', { name: /^CSeq 101 INVITE · 401/ });
  await expect(chosen).toBeFocused();
  await expect(chosen).toHaveAttribute('aria-pressed', 'true');
  await transactions.getByRole('button', { name: /^Whole call/ }).click();
  await expect(options).toHaveCount(7);
});

test('the reader’s own system is named, and stays so when private data is hidden', async ({ page }) => {
  await decode(page, example('two-hops'));
  const own = page.getByLabel('Your own system');
  await own.selectOption('192.0.2.20');
  await expect(page.getByTestId('decoded-summary')).toContainText('Your proxy, 192.0.2.20, refused');
  await page.getByRole('button', { name: 'Hide private data' }).click();
  await expect(page.getByTestId('decoded-summary')).toContainText('Your proxy, ');
  await expect(page.getByTestId('decoded-summary')).not.toContainText('192.0.2.20');
});

test('markup in a trace stays text', async ({ page }) => {
  const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await decode(
    page,
    example('caller-id').replaceAll('Anna Example', attack).replaceAll('403 Forbidden', `403 ${attack}`),
  );
  await expect(page.getByTestId('decoded-response').last()).toContainText('<img src=x');
  expect(await page.locator('main img, main script:not([src])').count()).toBe(0);
  await expect(page).toHaveTitle(/^Decode a trace/);
});

test('what is pasted before the script runs goes nowhere and stays in its field', async ({ page }) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/decode/');
  await page.locator('#trace').fill('SIP/2.0 403 secret');
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(page.locator('#trace')).toHaveValue('SIP/2.0 403 secret');
  expect(asked.filter((url) => url.includes('secret'))).toEqual([]);
});

test('a decoder that cannot be fetched is not called a trace that is too large', async ({ page }) => {
  await page.route('**/decode.worker*', (route) => route.abort());
  await page.goto('/decode/');
  await page.locator('#trace').fill(example('caller-id'));
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute('**/decode.worker*');
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(page.getByTestId('decoded-summary')).toContainText('403');
});

test('what turns the direction of text is shown, and leaves our own words as they are', async ({ page }) => {
  await decode(page, example('caller-id').replaceAll('403 Forbidden', '403 \u202eForbidden'));
  await expect(page.getByTestId('decoded-response').last()).toContainText('403 [U+202E]Forbidden');
  expect(await page.locator('[data-results]').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('text without SIP gets a clear answer', async ({ page }) => {
  await page.goto('/decode/');
  await page.locator('#trace').fill('the phone does not ring');
  await expect(page.locator('[data-findings]')).toContainText('No SIP message');
  // What is no trace may still be what a page is known by; it goes there as every paste does.
  await page.getByRole('link', { name: 'Search for its words' }).click();
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.getByTestId('search-input')).toHaveValue(/\S/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it would do', async ({ page }) => {
    await page.goto('/decode/');
    await expect(page.getByTestId('decode-no-script')).toContainText('names who refused what');
    await expect(page.locator('#trace')).toBeHidden();
  });
});

test('a PASSporT is read beside the headers, and says that its signature is not checked', async ({
  page,
}) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = [
    part({ alg: 'ES256', ppt: 'shaken', typ: 'passport', x5u: 'https://cert.example.com/a.pem' }),
    part({ attest: 'B', dest: { tn: ['15550199'] }, iat: 1795166042, orig: { tn: '15550177' }, origid: 'x' }),
    'c2ln',
  ].join('.');
  await decode(
    page,
    example('codecs').replace(
      'Max-Forwards: 70',
      `Max-Forwards: 70\nIdentity: ${token};info=<https://cert.example.com/a.pem>;alg=ES256;ppt=shaken`,
    ),
  );
  await page.getByRole('option', { name: /^INVITE/ }).click();
  const identity = page.locator('.decode-identity');
  await expect(identity.locator('li', { hasText: '15550177' })).toContainText('differs');
  await expect(identity).toContainText('The signature is not checked');
});

test('a log pasted into the search box opens in the decoder with Enter', async ({ page }) => {
  await page.goto('/headers/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), example('two-hops'));
  await page.getByTestId('search-input').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(page.getByTestId('decoded-summary')).toContainText('500 Server Internal Error');
});
