import { z } from 'zod';
import { Anything, Flag } from '../resource/body.ts';

const fields = {
  name: Anything,
  description: Anything,
  allow_questions: Anything,
  in_support_center: Flag,
  position: z.int().min(1).max(1_000_000).nullish(),
  brand_ids: Anything,
};

export const NewTopic = z.object({ ...fields, locale: z.string().nullish() });
export type NewTopic = z.output<typeof NewTopic>;

export const ChangedTopic = z.object(fields);
export type ChangedTopic = z.output<typeof ChangedTopic>;

export const NewTopicText = z.object({ name: Anything, description: Anything, locale: z.string() });
export type NewTopicText = z.output<typeof NewTopicText>;

export const ChangedTopicText = z.object({ name: Anything, description: Anything });
export type ChangedTopicText = z.output<typeof ChangedTopicText>;

/** What the verbs call the fields → what clients call them. */
export const TOPIC_NAMES: Record<string, string> = {
  allowQuestions: 'allow_questions',
  audience: 'in_support_center',
  brandIds: 'brand_ids',
  language: 'locale',
};
