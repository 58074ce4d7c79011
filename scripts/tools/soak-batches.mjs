const SEEDS = [42, 7, 11];

/** Histories that one desk of the real engine sees: it keeps the records of all of them. */
export const REAL_AT_ONCE = 500;

const MODEL = { project: 'pure', spec: 'libs/domain/src/connect/simulation.spec.ts', of: 'the plans' };
const REAL = { project: 'server-anew', spec: 'libs/server/connect/src/histories.spec.ts', of: 'the real engine' };

/** What is played of one seed in one process; `upTo`: so many histories of the real engine there are with it. */
export function batchesOf({ model, real, from }) {
  const each = Math.ceil(model / SEEDS.length);
  const ofPlans = SEEDS.map((seed) => ({ ...MODEL, seed, count: each })).filter(({ count }) => count > 0);
  const ofEngine = [];
  for (let done = from; done < real; done += REAL_AT_ONCE) {
    const turn = done / REAL_AT_ONCE;
    const seed = SEEDS[turn % SEEDS.length] + 1_000 * Math.floor(turn / SEEDS.length);
    const count = Math.min(REAL_AT_ONCE, real - done);
    ofEngine.push({ ...REAL, seed, count, upTo: done + count });
  }
  return [...ofPlans, ...ofEngine];
}

/** Where to go on: the first history of the real engine that is not known to hold. `open`: batches that did not end. */
export function heldUpTo({ real, from }, open) {
  const first = open.find(({ upTo }) => upTo !== undefined);
  return first ? first.upTo - first.count : Math.max(real, from);
}

/** How fast it goes and how long the rest will take at that, for people. */
export function paceOf({ played, left, ms }) {
  const perSecond = (played / ms) * 1_000;
  const minutes = Math.ceil(left / perSecond / 60);
  const rest = left === 0 ? 'none left' : `${left.toLocaleString('en')} left, about ${minutes} min`;
  return `${perSecond.toFixed(1)} a second, ${rest}`;
}
