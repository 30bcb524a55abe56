import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { always, forGood, forMinutes, headersFile, headersFor, shared } from './http-headers.ts';

/** The rules of a `_headers` file, as Netlify and Cloudflare read it. */
const rules = (text: string) =>
  text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.split('\n');
      return { path, names: lines.map((line) => /^ {2}([\w-]+): \S/.exec(line)?.[1]) };
    });

/** Whether a rule, with a `*` at its end at most, stands for a path. */
const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

describe('headersFor', () => {
  it.each(['/403/index.html', '/pagefind/pagefind.js', '/embed.js', '/sw.js'])(
    '%s keeps its name and is kept for minutes',
    (path) => expect(headersFor(path, path)['Cache-Control']).toBe('public, max-age=300'),
  );

  it('the embed answers other hosts, also with a 404; a page that begins like it does not', () => {
    const origin = (path: string) => headersFor(path, '/not-found/index.html')['Access-Control-Allow-Origin'];
    expect(['/embed.js', '/embed/v1/499.json', '/embedded/', '/embed.json'].map(origin)).toEqual([
      '*',
      '*',
      undefined,
      undefined,
    ]);
  });
});

describe('headersFile', () => {
  it.each(['/', '/docs/sip/'])('under %s says of every file what the server says', (base) => {
    const file = rules(headersFile(base));
    for (const path of [
      '/403/index.html',
      '/_astro/a.B1.js',
      '/pagefind/index/en_1.pf_index',
      '/embed/v1.js',
    ]) {
      const said = file
        .filter((rule) => matches(rule.path, base + path.slice(1)))
        .flatMap(({ names }) => names);
      const served = headersFor(path, path);
      // How long a page is kept is the host's.
      if (served['Cache-Control'] === 'public, max-age=300') delete served['Cache-Control'];
      // A name that stands twice would be joined to one value that no browser reads.
      expect(said.toSorted(), path).toEqual(Object.keys(served).toSorted());
    }
  });

  it('says nothing of what lies outside the base path', () => {
    expect(rules(headersFile('/docs/sip/')).filter(({ path }) => !path.startsWith('/docs/sip/'))).toEqual([]);
  });
});

describe('the guide on deploying', () => {
  const guide = readFileSync('content/guides/deploying.mdx', 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';
  const missing = (language: string, headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).filter(
      ([name, value]) => !block(language).includes(name) || !block(language).includes(`"${value}"`),
    );

  it.each(['nginx', 'caddy', 'apache'])('says every header for %s', (language) => {
    for (const headers of [always, forGood, forMinutes, shared])
      expect(missing(language, headers)).toEqual([]);
  });

  it('says every header for CloudFront, which has fields of its own for some', () => {
    const policy = JSON.parse(block('json')) as {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: string };
        ReferrerPolicy: { ReferrerPolicy: string };
      };
      CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
    };
    const { SecurityHeadersConfig: fields, CustomHeadersConfig: others } = policy;
    expect(others.Quantity).toBe(others.Items.length);
    expect({
      'Content-Security-Policy': fields.ContentSecurityPolicy.ContentSecurityPolicy,
      'Referrer-Policy': fields.ReferrerPolicy.ReferrerPolicy,
      // The field has no value: it stands for this one.
      'X-Content-Type-Options': 'nosniff',
      ...Object.fromEntries(others.Items.map(({ Header, Value }) => [Header, Value])),
    }).toEqual(always);
  });

  it('copies into the image what there is', () => {
    const copied = [...block('dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, files = '']) => files.split(' '),
    );
    // The reader writes the Caddyfile from the block above.
    expect(copied.filter((file) => file !== 'Caddyfile' && !existsSync(file))).toEqual([]);
    expect(copied).toContain('package-lock.json');
  });

  it.each([
    ['/help/sip/', '/help/sip/index.html'],
    ['/help/sip/403', '/help/sip/403/index.html'],
    ['/help/sip/403/no-credit/', '/help/sip/403/no-credit/index.html'],
    ['/help/sip/403.json', '/help/sip/403.json'],
  ])('has a function for CloudFront that finds %s', (asked, found) => {
    const run = new Function(`${block('js')}; return handler(arguments[0]);`) as (event: object) => {
      uri: string;
    };
    expect(run({ request: { uri: asked } }).uri).toBe(found);
  });
});
