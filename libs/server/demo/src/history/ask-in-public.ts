import { known, iso, type DemoWorld } from './demo-world.ts';
import { QUESTIONS, type DemoAnswer, type DemoQuestion } from '../content/questions.ts';
import { BRANDS } from '../content/desk.ts';
import { HOUR, MINUTE } from './calendar.ts';
import { CaseHistory, type PublicWriter } from './case-history.ts';
import type { PlannedCase } from './plan-cases.ts';
import { takeUp } from './work-case.ts';

/** Questions that were asked in public, and their answers; each is a case. Gives the histories, and which answer is the best. */
export function askInPublic(world: DemoWorld): { histories: CaseHistory[]; best: Map<number, number> } {
  const best = new Map<number, number>();
  const histories = QUESTIONS.map((question) => {
    const history = new CaseHistory(world, plan(world, question));
    history.state.channel = 'qna';
    history.state.language = 'en';
    const askedAt = Math.floor((world.now - question.hoursAgo * HOUR) / 1000) * 1000;
    const questionId = addQuestion(world, history, { question, askedAt });
    for (const answer of question.answers) {
      const answerId = addAnswer(world, history, { question, questionId, answer, askedAt });
      if (answer.isBest) best.set(questionId, answerId);
    }
    return history;
  });
  return { histories, best };
}

/** A conversation that goes on in public: its turns are the posts. */
function plan(world: DemoWorld, { brand: key, subject, asker, agent }: DemoQuestion): PlannedCase {
  const brand = BRANDS.find((one) => one.key === key);
  if (!brand) throw new Error(`No brand ${key}.`);
  return {
    story: { brand: key, language: 'en', subjects: [subject], topic: 'Advice::Choice', labels: ['advice'], lines: [] },
    ...{ brand, group: key, customer: known(world.customers, asker), agent: known(world.users, agent) },
    ...{ subject, facts: {}, turns: [] },
  };
}

function addQuestion(
  world: DemoWorld,
  history: CaseHistory,
  { question, askedAt }: { question: DemoQuestion; askedAt: number },
): number {
  const { brand, topic, subject, says, waits = false } = question;
  const { name, address, id: customerId } = known(world.customers, question.asker);
  const writer: PublicWriter = { name, address, customerId: waits ? null : customerId };
  const id = world.ids.next('questions');
  const topicId = known(world.topicIds, `${brand} ${topic}`);
  const post = { kind: 'question' as const, subject, topicId };
  const messageId = history.hearInPublic({ text: says, at: askedAt, writer, post, isAside: false });
  world.rows.add('questions', {
    ...{ id, brand_id: world.brands[brand].id, topic_id: topicId, case_id: history.id, message_id: messageId },
    ...{ subject, language: 'en', author_name: name, customer_id: writer.customerId },
    ...{ state: waits ? 'waiting' : 'published', created_at: iso(askedAt) },
  });
  return id;
}

function addAnswer(
  world: DemoWorld,
  history: CaseHistory,
  told: { question: DemoQuestion; questionId: number; answer: DemoAnswer; askedAt: number },
): number {
  const { question, questionId, answer, askedAt } = told;
  const { by, says, hoursLater, up = 0, down = 0, waits = false } = answer;
  const at = Math.floor(askedAt + hoursLater * HOUR);
  const id = world.ids.next('question_answers');
  const state = waits ? 'waiting' : 'published';
  const common = { id, question_id: questionId, state, up, down, created_at: iso(at) };
  if ('agent' in by) {
    const { id: userId, name } = known(world.users, by.agent);
    takeUp(world, history, at - 5 * MINUTE);
    const delivery = {
      state: 'sent',
      response: `250 2.0.0 Ok: queued as ${world.chance.hex(10).toUpperCase()}`,
    } as const;
    const messageId = history.answer({ text: says, at, files: [], status: 'resolved', delivery });
    world.rows.add('question_answers', {
      ...{ ...common, message_id: messageId, author_name: name, customer_id: null, user_id: userId, by_agent: true },
    });
  } else {
    const writer = 'guest' in by ? guestCalled(by.guest) : customerAt(world, by.customer);
    const post = { kind: 'answer' as const, questionId };
    const isAside = 'guest' in by || by.customer !== question.asker;
    const messageId = history.hearInPublic({ text: says, at, writer, post, isAside });
    const { name, customerId } = writer;
    world.rows.add('question_answers', {
      ...{
        ...common,
        message_id: messageId,
        author_name: name,
        customer_id: customerId,
        user_id: null,
        by_agent: false,
      },
    });
  }
  addVotes(world, id, { up, down });
  return id;
}

/** Who voted is a hash that leads to nobody. */
function addVotes({ rows, chance }: DemoWorld, answerId: number, { up, down }: { up: number; down: number }): void {
  for (let vote = 0; vote < up + down; vote++) {
    rows.add('answer_votes', { answer_id: answerId, voter: chance.hex(64), helpful: vote < up });
  }
}

function customerAt(world: DemoWorld, address: string): PublicWriter {
  const { name, id: customerId } = known(world.customers, address);
  return { name, address, customerId };
}

function guestCalled(name: string): PublicWriter {
  return { name, address: `${name.toLowerCase()}@sundial.example`, customerId: null };
}
