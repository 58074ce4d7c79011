import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { socialKeyOf, xConversationOf } from './social-key.ts';
import { threadPost, type PostCandidate } from './thread-post.ts';

const aCase = (caseId: number, fields: Partial<PostCandidate> = {}): PostCandidate => ({
  ...{ caseId, ofWriter: true, closed: false, deleted: false, mergedInto: null },
  ...fields,
});
const merged = (caseId: number, into: number) =>
  aCase(caseId, { closed: true, mergedInto: { caseId: into, closed: false, deleted: false } });

describe('where a post goes', () => {
  it.each([
    ['nothing is known of it', { answered: null, keyed: [] }, { decision: 'open', continuesCaseId: null }],
    [
      'it answers a message of its writer',
      { answered: aCase(1), keyed: [aCase(2)] },
      { decision: 'append', caseId: 1 },
    ],
    [
      'it answers what is a stranger’s business',
      { answered: aCase(1, { ofWriter: false }), keyed: [] },
      { decision: 'open', continuesCaseId: null },
    ],
    [
      'it goes on in its conversation',
      { answered: null, keyed: [aCase(2), aCase(1)] },
      { decision: 'append', caseId: 2 },
    ],
    [
      'the case is closed for good',
      { answered: null, keyed: [aCase(2, { closed: true })] },
      { decision: 'open', continuesCaseId: 2 },
    ],
    [
      'the newest is in the trash, and an older one lives',
      { answered: null, keyed: [aCase(3, { deleted: true }), aCase(2)] },
      { decision: 'append', caseId: 2, homeCaseId: null },
    ],
    ['the case was merged', { answered: merged(1, 9), keyed: [] }, { decision: 'append', caseId: 9, homeCaseId: 1 }],
  ])('%s', (_, threads, decision) => {
    expect(threadPost(threads)).toMatchObject(decision);
  });
});

interface Said {
  id: string;
  conversationId: string;
  writer: string;
  parentId: string | null;
}

/** Posts of a few people in a few conversations, each answering an earlier one of its conversation, or none. */
const posts: fc.Arbitrary<Said[]> = fc
  .array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat()), { minLength: 1, maxLength: 25 })
  .map((drawn) =>
    drawn.reduce<Said[]>((said, [conversation, writer, answers], index) => {
      const before = said.filter(({ conversationId }) => conversationId === `c${conversation}`);
      const parentId = before[answers % Math.max(before.length, 1)]?.id ?? null;
      return [...said, { id: `${index}`, conversationId: `c${conversation}`, writer: `w${writer}`, parentId }];
    }, []),
  );

/** Plays the desk: which post ends in which case, when they arrive in this order. */
function play(said: readonly Said[]): Map<string, number> {
  const places = new Map<string, number>();
  const cases: { key: string; writer: string }[] = [];
  for (const { id, conversationId, writer, parentId } of said) {
    const key = socialKeyOf({
      ...{ network: 'x', kind: 'reply', conversationId, stableId: id },
      writer: { externalId: writer, handle: '', name: '' },
    });
    const answeredId = parentId === null ? undefined : places.get(parentId);
    const candidate = (caseId: number) => aCase(caseId, { ofWriter: cases[caseId]?.writer === writer });
    const keyed = cases.flatMap((known, caseId) => (known.key === key ? [candidate(caseId)] : [])).toReversed();
    const decision = threadPost({ answered: answeredId === undefined ? null : candidate(answeredId), keyed });
    if (decision.decision === 'open') cases.push({ key, writer });
    places.set(id, decision.decision === 'open' ? cases.length - 1 : decision.caseId);
  }
  return places;
}

function sharing(said: readonly Said[], places: ReadonlyMap<string, number>): string[] {
  const groups = Map.groupBy(said, ({ id }) => places.get(id));
  return [...groups.values()]
    .map((group) =>
      group
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
    )
    .toSorted();
}

describe('many people in many conversations', () => {
  it('are never put into one case', () => {
    fc.assert(
      fc.property(posts, (said) => {
        const places = play(said);
        for (const group of Map.groupBy(said, ({ id }) => places.get(id)).values()) {
          expect(new Set(group.map(({ writer, conversationId }) => `${conversationId} ${writer}`)).size).toBe(1);
        }
      }),
    );
  });

  it('end in the same cases whatever the order in which their posts arrive', () => {
    fc.assert(
      fc.property(posts, fc.infiniteStream(fc.nat()), (said, draws) => {
        const shuffled = said
          .map((post) => ({ post, at: draws.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ post }) => post);
        expect(sharing(said, play(shuffled))).toEqual(sharing(said, play(said)));
      }),
    );
  });
});

describe('the key of a post', () => {
  const writer = { externalId: '7', handle: 'don', name: 'Don' };

  it('keeps the people of a conversation apart', () => {
    const post = { network: 'x', kind: 'reply', conversationId: '100', stableId: '5', writer } as const;
    expect(socialKeyOf(post)).toBe('100|7');
  });

  it('is the conversation itself where only one person talks with us', () => {
    const conversationId = xConversationOf('9', '1582838499983564806');
    expect(conversationId).toBe(xConversationOf('1582838499983564806', '9'));
    const message = { network: 'x', kind: 'message', conversationId, stableId: '5', writer } as const;
    expect(socialKeyOf(message)).toBe('9-1582838499983564806');
    expect(socialKeyOf({ ...message, conversationId: '4711' })).toBe('4711|7');
  });

  it('joins nothing that nobody has signed', () => {
    const nameless = { network: 'facebook', kind: 'comment', conversationId: '1_2', writer: null } as const;
    expect(socialKeyOf({ ...nameless, stableId: '2_3' })).not.toBe(socialKeyOf({ ...nameless, stableId: '2_4' }));
  });
});
