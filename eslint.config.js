import astro from 'eslint-plugin-astro';
import ts from 'typescript-eslint';

// MDX is content, not code: the content check reads it (src/content/check/).
export default [
  { ignores: ['dist*/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^Props$' },
      ],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
];
