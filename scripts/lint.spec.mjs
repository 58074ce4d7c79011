import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './tools/dependencies.mjs';

const eslint = new ESLint({ cwd: root });
const lines = (count) => Array.from({ length: count }, (_, index) => `  f(${index});`).join('\n');

describe('the linter stops', () => {
  it.each([
    ['an any', 'libs/server/cases/src/x.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
    [
      'a cast',
      'libs/server/cases/src/x.ts',
      'export const x = 1 as unknown;',
      '@typescript-eslint/consistent-type-assertions',
    ],
    [
      'an exclamation mark',
      'libs/domain/src/x.ts',
      'export const x = [1][0]!;',
      '@typescript-eslint/no-non-null-assertion',
    ],
    ['an enum', 'libs/domain/src/x.ts', 'export enum X { A }', 'no-restricted-syntax'],
    ['a default export', 'libs/server/cases/src/x.ts', 'export default 1;', 'no-restricted-syntax'],
    ['a rule that asks the clock', 'libs/domain/src/x.ts', 'export const x = new Date();', 'no-restricted-syntax'],
    ['a rule that throws dice', 'libs/domain/src/x.ts', 'export const x = Math.random();', 'no-restricted-syntax'],
    ['a promise to finish later', 'libs/domain/src/x.ts', `// ${'TO'}DO finish`, 'no-warning-comments'],
    ['what nobody uses', 'libs/domain/src/x.ts', 'const x = 1;', '@typescript-eslint/no-unused-vars'],
    ['a loose comparison', 'libs/domain/src/x.ts', 'export const x = (a: unknown) => a == 1;', 'eqeqeq'],
    ['a long file', 'libs/domain/src/x.ts', lines(301), 'max-lines'],
    ['a long function', 'libs/domain/src/x.ts', `export function x() {\n${lines(61)}\n}`, 'max-lines-per-function'],
    [
      'a conditional hook',
      'apps/agent-console/src/x.tsx',
      'export function X(p: { a: boolean }) { if (p.a) useState(1); return null; }',
      'react-hooks/rules-of-hooks',
    ],
  ])('%s', async (_, file, code, rule) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });

    expect(result.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it('nobody who writes "as const", nor a test that casts', async () => {
    const asConst = await eslint.lintText('export const x = [1] as const;', {
      filePath: path.join(root, 'libs/domain/src/x.ts'),
    });
    const test = await eslint.lintText('export const x = 1 as unknown;', {
      filePath: path.join(root, 'libs/domain/src/x.spec.ts'),
    });

    expect([...asConst, ...test].flatMap(({ messages }) => messages)).toEqual([]);
  });
});
