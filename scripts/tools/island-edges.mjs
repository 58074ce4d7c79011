import { rows } from './import-table.mjs';

const ISLAND = /^(libs\/(?:server|web)\/[^/]+|libs\/(?:contracts|domain)|apps\/[^/]+)\/src\//;
const SPEC = /\.spec\.|\/testing[./]|\.factory\./;

/**
 * Which island imports which, without what follows from the rest (an arrow a → c is left out beside a → b → c), and without
 * tests. Gives `{ islands: string[], edges: [from, to][] }`, sorted.
 */
export function islandEdges(modules) {
  const known = new Set(rows.flatMap((row) => row.islands));
  const islands = new Set();
  const imports = new Map();

  for (const { source, dependencies } of modules) {
    const from = ISLAND.exec(source)?.[1];
    if (!known.has(from)) continue;
    islands.add(from);
    if (SPEC.test(source)) continue;
    for (const { resolved } of dependencies) {
      const to = ISLAND.exec(resolved)?.[1];
      if (known.has(to) && to !== from) imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return { islands: [...islands].sort(), edges: withoutShortcuts(imports) };
}

function withoutShortcuts(imports) {
  const edges = [...imports].flatMap(([from, targets]) => [...targets].map((to) => [from, to]));
  return edges
    .filter(([from, to]) => !reachesOtherwise(imports, from, to))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function reachesOtherwise(imports, from, to) {
  const seen = new Set();
  const queue = [...imports.get(from)].filter((next) => next !== to);
  while (queue.length > 0) {
    const next = queue.pop();
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(imports.get(next) ?? []));
  }
  return false;
}
