import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { run } from './run.mjs';

/** Runs vitest projects and counts. A file that cannot be loaded, an error outside a test and a time-out fail as well. */
export async function runProjects(names, { limitMs, onProgress }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-report-'));
  const report = path.join(folder, 'report.json');
  const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--passWithNoTests'];
  args.push(
    ...names.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  const onLine = (line) => {
    const file = /[✓❯].*?(\S+\.spec\.\w+)/.exec(line)?.[1];
    if (file) onProgress(file);
  };

  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  const { code, output, timedOut } = await run(node, args, { cwd: root, env, limitMs, onLine });
  const counts = count(readReport(report));
  rmSync(folder, { recursive: true, force: true });

  if (timedOut)
    return {
      ...counts,
      failed: counts.failed + 1,
      output: `Stopped after ${limitMs / 60_000} minutes.\n${tail(output)}`,
    };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, output: tail(output) };
  return { ...counts, output: failures(output) };
}

function count(report) {
  const files = report.testResults ?? [];
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + unloadable.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** From the first failure on: what passed is of no interest then. */
function failures(output) {
  const lines = output.split('\n');
  const first = lines.findIndex((line) => /Failed (Suites|Tests)|Unhandled Errors/.test(line));
  return lines.slice(Math.max(first, 0)).slice(0, 400).join('\n');
}

function tail(output) {
  return output.split('\n').slice(-150).join('\n');
}
