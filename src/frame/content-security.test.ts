import { expect, it } from 'vitest';
import { prunePolicy } from './content-security.ts';

it('the policy keeps only the hashes a page needs', () => {
  const page =
    "<meta http-equiv=\"content-security-policy\" content=\"script-src 'self' 'sha256-a' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';\"><script></script>";
  expect(prunePolicy(page)).toContain("'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  expect(prunePolicy(page)).not.toContain('sha256-a');
});
