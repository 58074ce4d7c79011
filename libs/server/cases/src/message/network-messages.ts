import { AnswerOnNetwork } from './answer-on-network.ts';
import { FirstPostRepository } from './first-post.repository.ts';
import { RecordAnswer } from './record-answer.ts';
import { ReviseMessage } from './revise-message.ts';

/** What of messages is there for X and Facebook alone. */
export const NETWORK_MESSAGES = [AnswerOnNetwork, FirstPostRepository, RecordAnswer, ReviseMessage];
