import { z } from 'zod';
import { Id } from '../ids.ts';
import { route } from '../route.ts';
import {
  ChangeTopic,
  CreateTopic,
  DeleteTopic,
  ListTopics,
  OrderTopics,
  Topic,
  topicParams,
  topicTranslationParams,
  TranslateTopic,
} from './topic.ts';

export const topicsApi = {
  list: route('GET', '/topics', {
    summary: 'List the topics of the knowledge base in their order.',
    allow: 'articles:view',
    query: ListTopics,
    response: z.object({ items: z.array(Topic) }),
  }),
  create: route('POST', '/topics', {
    summary: 'Add a topic; it comes last.',
    allow: 'articles:publish',
    body: CreateTopic,
    response: Topic,
    status: 201,
  }),
  order: route('PUT', '/topics/order', {
    summary: 'Put topics in order; those that are not named follow.',
    allow: 'articles:publish',
    body: OrderTopics,
    response: z.object({ items: z.array(Topic) }),
  }),
  read: route('GET', '/topics/:topicId', {
    summary: 'Read a topic with its translations.',
    allow: 'articles:view',
    params: topicParams,
    response: Topic,
    versioned: true,
  }),
  change: route('PATCH', '/topics/:topicId', {
    summary: 'Change on whose pages a topic is, who may read it, and whether questions may be asked.',
    allow: 'articles:publish',
    params: topicParams,
    body: ChangeTopic,
    response: Topic,
    versioned: true,
  }),
  delete: route('DELETE', '/topics/:topicId', {
    summary: 'Delete a topic that has no articles, or whose articles go to another one.',
    allow: 'articles:publish',
    params: topicParams,
    query: DeleteTopic,
  }),
  translate: route('PUT', '/topics/:topicId/translations/:language', {
    summary: 'Say what a topic is called in a language.',
    allow: 'articles:publish',
    params: topicTranslationParams,
    body: TranslateTopic,
    response: Topic,
    versioned: true,
  }),
  removeTranslation: route('DELETE', '/topics/:topicId/translations/:language', {
    summary: 'Take a topic out of a language, except the one that it was written in first.',
    allow: 'articles:publish',
    params: topicTranslationParams,
    response: Topic,
  }),
  orderArticles: route('PUT', '/topics/:topicId/article-order', {
    summary: 'Put articles of a topic in order; those that are not named follow.',
    allow: 'articles:publish',
    params: topicParams,
    body: z.strictObject({
      articleIds: z
        .array(Id)
        .min(1, 'Name an article.')
        .max(1000)
        .refine((ids) => new Set(ids).size === ids.length, 'Name each article once.'),
    }),
  }),
};
