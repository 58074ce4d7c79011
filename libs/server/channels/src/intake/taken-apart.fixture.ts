import type { InboundMessage } from '@bureau/cases';
import type { InboundMail } from '@bureau/domain';

/** What merging, splitting and answering should make of cases: messages have homes, and homes lead somewhere. */
export interface Model {
  caseIds(): number[];
  messageIds(): number[];
  /** Cases that are not merged into another. */
  roots(): number[];
  /** Cases that can be taken out of another. */
  merged(): number[];
  /** Cases that were split off and not given back. */
  splits(): number[];
  /** Those of them that can be given back as they stand. */
  splittable(): number[];
  homeOf(messageId: number): number;
  placeOf(messageId: number): number;
  /** Cases that a customer wrote to, or to what was split off from them and given back: their status is his. */
  called: Set<number>;
  merge(source: number, target: number): void;
  unmerge(source: number): void;
  split(source: number, made: number, messageIds: number[]): void;
  unsplit(made: number): void;
  arrive(messageId: number, home: number): void;
}

export function aModel(seeded: { caseId: number; messageIds: number[] }[]): Model {
  const homes = new Map(seeded.flatMap(({ caseId, messageIds }) => messageIds.map((id) => [id, caseId])));
  const into = new Map<number, number | null>(seeded.map(({ caseId }) => [caseId, null]));
  const shells = new Set<number>();
  const splits = new Map<number, { source: number; homes: Map<number, number> }>();
  const called = new Set<number>();
  const arrived = new Set<number>();

  const wayOf = (caseId: number): number[] => {
    const next = into.get(caseId) ?? null;
    return next === null ? [caseId] : [caseId, ...wayOf(next)];
  };
  const endOf = (caseId: number): number => wayOf(caseId).at(-1) ?? caseId;
  const homeOf = (messageId: number) => homes.get(messageId) ?? 0;
  const roots = () => [...into].flatMap(([caseId, next]) => (next === null ? caseId : []));
  return {
    called,
    caseIds: () => [...into.keys()],
    messageIds: () => [...homes.keys()],
    roots,
    merged: () => [...into].flatMap(([caseId, next]) => (next === null || shells.has(caseId) ? [] : caseId)),
    splits: () => [...splits.keys()],
    splittable: () =>
      [...splits].flatMap(([made, { source }]) => (into.get(made) === null && endOf(source) !== made ? made : [])),
    homeOf,
    placeOf: (messageId) => endOf(homeOf(messageId)),
    merge: (source, target) => into.set(source, target),
    unmerge: (source) => into.set(source, null),
    split(source, made, messageIds) {
      splits.set(made, { source, homes: new Map(messageIds.map((id) => [id, homeOf(id)])) });
      into.set(made, null);
      for (const id of messageIds) homes.set(id, made);
    },
    unsplit(made) {
      const split = splits.get(made);
      for (const [id, home] of split?.homes ?? []) if (homeOf(id) === made) homes.set(id, home);
      if ([...arrived].some((id) => wayOf(homeOf(id)).includes(made))) {
        for (const caseId of wayOf(split?.source ?? made)) called.add(caseId);
      }
      into.set(made, split?.source ?? null);
      shells.add(made);
      splits.delete(made);
    },
    arrive(messageId, home) {
      homes.set(messageId, home);
      arrived.add(messageId);
      for (const caseId of wayOf(home)) called.add(caseId);
    },
  };
}

/** An answer by mail, as the threading decision wants it. */
export function aMailFrom(address: string, { to, inReplyTo }: { to: string; inReplyTo: string[] }): InboundMail {
  return {
    messageId: null,
    inReplyTo,
    references: [],
    from: { name: 'Ana', address },
    sender: null,
    replyTo: [],
    to: [{ name: '', address: to }],
    cc: [],
    originalSender: null,
    deliveredTo: [],
    subject: 'Re: The grinder',
    date: null,
    text: 'Words',
    html: null,
    attachments: [],
    headers: [],
    allHeaders: [],
    notices: [],
    contentHash: '0'.repeat(64),
  };
}

/** The same answer, as a case keeps it. */
export function aMessageFrom(address: string): InboundMessage {
  return {
    subject: 'Re: The grinder',
    text: 'Words',
    visibleLength: 5,
    html: null,
    from: { name: 'Ana', address },
    to: [],
    cc: [],
    messageId: `${crypto.randomUUID()}@test.example`,
    inReplyTo: null,
    references: [],
    automatic: null,
    sender: null,
    notices: [],
    author: null,
    userId: null,
    customerId: null,
    intakeId: null,
    files: [],
  };
}
