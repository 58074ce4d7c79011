import { ReceiveQuestionPost, type AnswerPost, type AskedPost } from '@bureau/channels';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aVisitor } from './visitor.fixture.ts';

/** A topic on the pages of brands. */
export async function aTopic(
  desk: TestDesk,
  brandIds: number[],
  audience: 'public' | 'signed-in' | 'agents' = 'public',
): Promise<number> {
  const topic = await desk.sql.row<{ id: number }>(
    `WITH o AS (INSERT INTO topics (language, audience, position) VALUES ('en', $1, 1) RETURNING id),
     n AS (INSERT INTO topic_translations (topic_id, language, name, slug) SELECT id, 'en', 'Brewing', 'brewing' FROM o),
     b AS (INSERT INTO topic_brands (topic_id, brand_id) SELECT id, unnest($2::bigint[]) FROM o)
     SELECT id FROM o`,
    [audience, brandIds],
  );
  return topic?.id ?? 0;
}

type Said = Pick<AskedPost, 'topicId' | 'subject' | 'text'>;

/** What somebody who is signed in asked in public: it is shown at once. */
export async function aQuestion(desk: TestDesk, brandId: number, said: Said): Promise<number> {
  return posted(desk, brandId, { kind: 'question', ...said, ...(await from(desk, brandId)) });
}

/** What somebody who is signed in answered: it is shown at once. */
export async function anAnswer(desk: TestDesk, brandId: number, questionId: number, text: string): Promise<void> {
  await posted(desk, brandId, { kind: 'answer', questionId, text, ...(await from(desk, brandId)) });
}

async function from(desk: TestDesk, brandId: number) {
  const { customerId } = await aVisitor(desk, brandId);
  const writer = { customerId, name: 'Noor Vermeer', email: `${crypto.randomUUID()}@customer.example` };
  return { writer, language: 'en', hold: null, network: '127.0.0.1', userAgent: 'test' };
}

async function posted(desk: TestDesk, brandId: number, post: AskedPost | AnswerPost): Promise<number> {
  const submissionId = crypto.randomUUID();
  const receipt = await desk.running.get(ReceiveQuestionPost).run({ brandId, submissionId, post });
  await desk.drain();
  return receipt?.questionId ?? 0;
}
