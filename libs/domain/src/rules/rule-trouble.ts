import type { RuleRefusal, RuleTrouble } from '@bureau/contracts';

/** The words of a language in which is told what is wrong with a rule; each is a sentence. */
export interface RuleTroubleWords {
  /** Both are sentences or parts of one, in this language. */
  refused: (action: string, reason: string) => string;
  broken: string;
  failures: (times: number, last: string) => string;
  often: (cases: number, caseId: number, times: number) => string;
  depth: (caseId: number, times: number, rules: readonly string[]) => string;
  intervals: (caseId: number, times: number) => string;
}

export const ENGLISH_RULE_TROUBLES: RuleTroubleWords = {
  refused: (action, reason) => `${action}: ${reason}`,
  broken: 'Something went wrong in the desk.',
  failures: (times, last) => `It failed ${times} times in a row, at last because: ${last}`,
  often: (cases, caseId, times) =>
    `Within an hour it came back to each of ${cases} cases, at last to case ${caseId}, more than ${times} times, which looks like a loop.`,
  depth: (caseId, times, rules) =>
    `On case ${caseId}, rules led to rules more than ${times} times, which looks like a loop, and it was the last of them: ${rules.map((name) => `«${name}»`).join(' → ')}.`,
  intervals: (caseId, times) =>
    `It was applied to case ${caseId} in more than ${times} intervals of five minutes in a row, which looks like a loop.`,
};

export interface TroubleNames {
  /** The action that was refused. */
  sayAction: (refusal: RuleRefusal) => string;
  /** A sentence of the desk in the reader's language; as it is when left out. */
  sayReason?: (reason: string, code: string | null) => string;
  words?: RuleTroubleWords;
}

/** What is wrong with a rule, in sentences. */
export function describeTrouble(trouble: RuleTrouble, names: TroubleNames): string {
  const { sayAction, sayReason = (reason) => reason, words = ENGLISH_RULE_TROUBLES } = names;
  switch (trouble.kind) {
    case 'refused':
      return trouble.refusals
        .map((refusal) => words.refused(sayAction(refusal), sayReason(refusal.reason, null)))
        .join(' ');
    case 'unaskable':
      return sayReason(trouble.reason, null);
    case 'problem':
      return sayReason(trouble.reason, trouble.code);
    case 'broken':
      return words.broken;
    case 'failures':
      return words.failures(trouble.times, describeTrouble(trouble.last, names));
    case 'often':
      return words.often(trouble.cases, trouble.caseId, trouble.times);
    case 'depth':
      return words.depth(
        trouble.caseId,
        trouble.times,
        trouble.rules.map(({ name }) => name),
      );
    case 'intervals':
      return words.intervals(trouble.caseId, trouble.times);
  }
}
