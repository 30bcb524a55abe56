import { describe, expect, it } from 'vitest';
import { editAddress, reportAddress, withPlace } from './contribute.ts';

const github = { url: 'https://github.com/example/sip-codes', host: 'github', branch: 'main' } as const;
const gitlab = {
  url: 'https://git.example.com/voice/sip-codes/',
  host: 'gitlab',
  branch: 'our/copy',
} as const;
const about = {
  title: '403 Forbidden',
  url: 'https://support.example.com/sip/403/',
  edition: 'built 2026-11-26',
};

it('edits the file on the host of the repository', () => {
  expect(editAddress(github, 'content/codes/403.mdx')).toBe(
    'https://github.com/example/sip-codes/edit/main/content/codes/403.mdx',
  );
  expect(editAddress(gitlab, 'content/codes/403.mdx')).toBe(
    'https://git.example.com/voice/sip-codes/-/edit/our%2Fcopy/content/codes/403.mdx',
  );
});

describe('a report', () => {
  const bodyOf = (address: string | undefined, key: string) =>
    new URL(address ?? '').searchParams.get(key)?.split('\n').slice(-3);

  it.each([
    ['GitHub', reportAddress({ repository: github }, about), 'body'],
    ['GitLab', reportAddress({ repository: gitlab }, about), 'issue[description]'],
    ['mail', reportAddress({ report: 'help@example.com', repository: github }, about), 'body'],
    ['a form', reportAddress({ report: 'https://example.com/new?s={subject}&b={body}' }, about), 'b'],
  ])('is filled in with page and edition: %s', (_, address, key) =>
    expect(bodyOf(address, key)).toEqual([`Page: ${about.url}`, 'Edition: built 2026-11-26', '']),
  );

  it('names the case that is read', () =>
    expect(
      bodyOf(
        withPlace(reportAddress({ repository: github }, about) ?? '', about.url, '#no-credit'),
        'body',
      )?.[0],
    ).toBe(`Page: ${about.url}#no-credit`));

  it('is not offered where the site names no place for it', () =>
    expect(reportAddress({}, about)).toBeUndefined());
});
