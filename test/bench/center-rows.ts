import { CENTER_PROMISES, type CenterFigure } from './center-figure.ts';

/** What pages of a support center cost, each figure beside its promise. */
export function centerRows(figure: CenterFigure): string[][] {
  const { ratio, largestPaintMs, layoutShift, kilobytes } = CENTER_PROMISES;
  const promise = (isKept: boolean, words: string) => `${words} ${isKept ? 'kept' : 'MISSED'}`;
  return [
    ...figure.pages.map((page) => [
      `page, ${page.page} (${(page.bytes / 1000).toFixed(1)} kB)`,
      `${page.bureau.toFixed(0)} /s a core`,
      `${page.bare.toFixed(0)} /s bare`,
      `ratio ${page.ratio.toFixed(2)}, ${promise(page.ratio >= ratio, `at least ${ratio}`)}`,
      `95 % ${page.p95Ms.toFixed(1)} ms`,
    ]),
    [
      'page, largest paint',
      `${figure.largestPaintMs.toFixed(0)} ms`,
      promise(figure.largestPaintMs <= largestPaintMs, `at most ${largestPaintMs} ms`),
    ],
    [
      'page, layout shift',
      figure.layoutShift.toFixed(3),
      promise(figure.layoutShift <= layoutShift, `at most ${layoutShift}`),
    ],
    [
      'page, style and script',
      `${figure.styleAndScriptKilobytes.toFixed(1)} kB`,
      promise(figure.styleAndScriptKilobytes <= kilobytes, `at most ${kilobytes} kB`),
    ],
  ];
}
