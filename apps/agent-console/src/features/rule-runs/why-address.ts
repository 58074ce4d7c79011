/** What is asked of a case: why a rule did what stands at a place of its history, or everything. */
export interface Asked {
  ruleId: number;
  sequence: number;
}

const ADDRESS = /^why(?:-(\d+)-(\d+))?$/;

/** Stands behind # in the address of a case while the dialog is open: the way back from a rule opens it again. */
export function whyAddress(asked: Asked | null): string {
  return asked ? `why-${asked.ruleId}-${asked.sequence}` : 'why';
}

/** What an address asks; null: everything, undefined: nothing. */
export function askedIn(hash: string): Asked | null | undefined {
  const found = ADDRESS.exec(hash);
  if (!found) return undefined;
  const [, ruleId, sequence] = found;
  return ruleId === undefined ? null : { ruleId: Number(ruleId), sequence: Number(sequence) };
}
