// `npm run fences`: who may import whom, held against the table in tools/import-table.mjs.
// That each fence really stops somebody is proven in fences.spec.mjs.
import { cruise } from './tools/cruise.mjs';
import { green, red } from './tools/say.mjs';

const { summary } = await cruise();

for (const { rule, from, to, comment } of summary.violations) {
  console.error(`${red('✗')} ${rule.name}: ${from} → ${to}${comment ? ` (${comment})` : ''}`);
}
if (summary.violations.length > 0) process.exit(1);
console.log(
  `${green('✓')} ${summary.totalDependenciesCruised} imports of ${summary.totalCruised} files keep to the table.`,
);
