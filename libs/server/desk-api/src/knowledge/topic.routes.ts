import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { BRANDS } from '../setup/brand.source.ts';
import { ChangedTopic, ChangedTopicText, NewTopic, NewTopicText, TOPIC_NAMES } from './topic.body.ts';
import { TOPICS, TOPIC_TRANSLATIONS } from './topic.source.ts';
import { TopicWrites } from './topic.writes.ts';

export const TOPIC_ROUTES: DeskRoute[] = [
  list('/topics', { summary: 'List the topics.', allow: 'articles:view', mobile: true, reads: TOPICS }),
  create('/topics', {
    summary: 'Make a topic.',
    allow: 'articles:publish',
    reads: TOPICS,
    body: NewTopic,
    names: TOPIC_NAMES,
    by: TopicWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/topics/:topic', { summary: 'Read a topic.', allow: 'articles:view', mobile: true, reads: TOPICS }),
  change('/topics/:topic', {
    summary: 'Change a topic; what is not named stays.',
    allow: 'articles:publish',
    reads: TOPICS,
    body: ChangedTopic,
    names: TOPIC_NAMES,
    by: TopicWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/topics/:topic', {
    summary: 'Delete a topic that has no articles.',
    allow: 'articles:publish',
    reads: TOPICS,
    by: TopicWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  list('/topics/:topic/brands', {
    summary: 'List the brands on whose pages it is.',
    allow: 'articles:view',
    within: TOPICS,
    reads: BRANDS,
  }),
  list('/topics/:topic/translations', {
    summary: 'List what it is called, language by language.',
    allow: 'articles:view',
    mobile: true,
    within: TOPICS,
    reads: TOPIC_TRANSLATIONS,
  }),
  create('/topics/:topic/translations', {
    summary: 'Write a topic in another language.',
    allow: 'articles:publish',
    within: TOPICS,
    reads: TOPIC_TRANSLATIONS,
    body: NewTopicText,
    names: TOPIC_NAMES,
    by: TopicWrites,
    run: (writes, wish) => writes.translate(wish),
  }),
  show('/topics/:topic/translations/:locale', {
    summary: 'Read what it is called in a language.',
    allow: 'articles:view',
    mobile: true,
    reads: TOPIC_TRANSLATIONS,
  }),
  change('/topics/:topic/translations/:locale', {
    summary: 'Change what it is called in a language.',
    allow: 'articles:publish',
    reads: TOPIC_TRANSLATIONS,
    body: ChangedTopicText,
    by: TopicWrites,
    run: (writes, wish) => writes.changeText(wish),
  }),
  remove('/topics/:topic/translations/:locale', {
    summary: 'Remove it in a language, except the first.',
    allow: 'articles:publish',
    reads: TOPIC_TRANSLATIONS,
    by: TopicWrites,
    run: (writes, wish) => writes.removeText(wish),
  }),
  list('/brands/:brand/topics', {
    summary: 'List the topics on the pages of a brand.',
    allow: 'articles:view',
    mobile: true,
    within: BRANDS,
    reads: TOPICS,
  }),
];
