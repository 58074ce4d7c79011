import type { Said } from './said.ts';

/** A message of a case, as the desk shows it. */
export interface Shown {
  direction: 'in' | 'out';
  text: string;
  caseId: number;
  /** Of the case. */
  customerId: number;
  gone: boolean;
}

export interface Answer {
  /** Stands in its words, and nowhere else. */
  token: string;
  /** What the desk answered with 201; more than one would be an answer carried out twice. */
  messageIds: ReadonlySet<number>;
}

export interface NetworkRun {
  said: readonly Said[];
  answers: readonly Answer[];
  shown: readonly Shown[];
  /** Words of the company as they stand on the networks now. */
  standing: readonly string[];
  /** Whether the desk has acknowledged to have heard of it. */
  isHeard: (said: Said) => boolean;
}

/** All but `acknowledged` have to be empty; they name what is wrong. */
export interface NetworkLedger {
  acknowledged: number;
  lost: string[];
  dup: string[];
  ghost: string[];
  altered: string[];
  /** What stands in a case of somebody else or of another conversation, and what was torn apart. */
  misplaced: string[];
  /** Customers who are several people, and people who are several customers. */
  merged: string[];
  sentTwice: string[];
  /** Answers that stand on no network. */
  unsent: string[];
}

/** Counts what was acknowledged and what stands on the networks against what an agent sees. */
export function auditNetworks({ said, answers, shown, standing, isHeard }: NetworkRun): NetworkLedger {
  const placed = said.map((one) => ({ said: one, shown: shown.filter(saying(one.token)) }));
  const byPeople = placed.filter(({ said: { native } }) => !native);
  const inCases = byPeople.flatMap(({ said: { token, place, writer }, shown: [message] }) =>
    message ? [{ token, place, writer, case: `${message.caseId}`, customer: `${message.customerId}` }] : [],
  );
  const answered = answers.map((answer) => ({ ...answer, shown: shown.filter(saying(answer.token)) }));
  const tokens = [...said, ...answers].map(({ token }) => token);
  const timesStanding = ({ token }: Answer) => standing.filter((text) => text.includes(token)).length;

  return {
    acknowledged: said.filter(isHeard).length + answers.filter(({ messageIds }) => messageIds.size > 0).length,
    lost: [
      ...byPeople.filter(({ said: one, shown: { length } }) => length === 0 && (!one.gone || isHeard(one))).map(nameOf),
      ...answered.filter(({ shown: { length } }) => length === 0).map(({ token }) => token),
    ],
    dup: [
      ...placed.filter(({ shown: { length } }) => length > 1).map(nameOf),
      ...answered.filter((one) => one.shown.length > 1 || one.messageIds.size > 1).map(({ token }) => token),
    ],
    ghost: shown.filter(({ text }) => !tokens.some((token) => text.includes(token))).map(({ text }) => text),
    altered: placed.filter((one) => one.shown.some((message) => !isAsSaid(one.said, message))).map(nameOf),
    misplaced: notOneToOne(inCases, 'place', 'case'),
    merged: notOneToOne(inCases, 'writer', 'customer'),
    sentTwice: answers.filter((answer) => timesStanding(answer) > 1).map(({ token }) => token),
    unsent: answers.filter((answer) => timesStanding(answer) === 0).map(({ token }) => token),
  };
}

/** How often in a row a desk may run into the same wall: several processes at once, and a few answers that were under way. */
const IN_VAIN_AT_MOST = 12;

/** What was asked in vain over and over again, in words. */
export function loopsIn(requests: readonly { method: string; path: string; status: number | null }[]): string[] {
  const inVain = requests.filter(({ status }) => status === null || status >= 400);
  const alike = Map.groupBy(inVain, ({ method, path, status }) => `${method} ${path}: ${status}`);
  return [...alike].flatMap(([what, { length }]) => (length > IN_VAIN_AT_MOST ? [`${length} times ${what}`] : []));
}

function saying(token: string): (shown: Pick<Shown, 'text'>) => boolean {
  return ({ text }) => text.includes(token);
}

function nameOf({ said: { token } }: { said: Said }): string {
  return token;
}

function isAsSaid({ text, native, gone }: Said, shown: Shown): boolean {
  return shown.text === text && shown.direction === (native ? 'out' : 'in') && shown.gone === gone;
}

/** Pairs in which one side has several of the other. */
function notOneToOne<Side extends string>(
  pairs: readonly Record<Side | 'token', string>[],
  one: Side,
  other: Side,
): string[] {
  const wrong = (from: Side, to: Side) =>
    [...Map.groupBy(pairs, (pair) => pair[from])].flatMap(([name, of]) => {
      const several = new Set(of.map((pair) => pair[to]));
      return several.size > 1 ? [`${from} ${name}: ${to}s ${[...several].join(', ')}`] : [];
    });
  return [...wrong(one, other), ...wrong(other, one)];
}
