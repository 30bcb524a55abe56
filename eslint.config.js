import astro from 'eslint-plugin-astro';
import * as mdx from 'eslint-plugin-mdx';
import ts from 'typescript-eslint';

export default [
  { ignores: ['dist*/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  ...astro.configs.recommended,
  { ...mdx.flat, files: ['content/**/*.mdx'] },
  {
    files: ['content/**/*.mdx'],
    // Author components come from the layout, not from imports.
    rules: {
      'no-undef': 'off',
      'no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
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
