import type { Article, ArticleSummary, ArticleTranslation, FoundArticle, Topic } from '@bureau/contracts';

const AT = '2026-11-03T10:02:00.000+00:00';
const by = { id: 6, name: 'Mia Lindqvist' };

export function aTranslation(facts: Partial<ArticleTranslation> = {}): ArticleTranslation {
  return {
    language: 'en',
    subject: 'Descale the machine',
    slug: 'descale-the-machine',
    html: '<p>Fill in the salt.</p>',
    bodies: [{ channel: 'chat', own: false, body: 'Fill in the salt.' }],
    keywords: ['lime'],
    state: 'published',
    publishAt: AT,
    outdated: false,
    version: 3,
    urls: [{ brandId: 1, url: 'https://help.larkspur.example/customer/portal/articles/7-descale-the-machine' }],
    updatedAt: AT,
    updatedBy: by,
    ...facts,
  };
}

export function anArticle(facts: Partial<Article> = {}): Article {
  return {
    id: 7,
    language: 'en',
    topic: { id: 1, name: 'Machines', audience: 'public' },
    internal: false,
    quickcode: 'lime',
    labels: [],
    position: 1,
    views: 12,
    helpful: 3,
    notHelpful: 1,
    createdAt: AT,
    updatedAt: AT,
    updatedBy: by,
    deletedAt: null,
    languages: ['en', 'de'],
    translations: [aTranslation()],
    attachments: [],
    internalNotes: '',
    related: [],
    createdBy: by,
    editable: true,
    publishable: true,
    ...facts,
  };
}

export function anArticleSummary(facts: Partial<ArticleSummary> = {}): ArticleSummary {
  const { id, language, topic, internal, quickcode, labels, position, views, helpful, notHelpful } = anArticle();
  return {
    ...{ id, language, topic, internal, quickcode, labels, position, views, helpful, notHelpful },
    subject: 'Descale the machine',
    translations: [{ language, subject: 'Descale the machine', state: 'published', publishAt: AT, outdated: false }],
    createdAt: AT,
    updatedAt: AT,
    updatedBy: by,
    deletedAt: null,
    ...facts,
  };
}

export function aTopic(facts: Partial<Topic> = {}): Topic {
  return {
    id: 1,
    language: 'en',
    name: 'Machines',
    description: 'Care and repair.',
    audience: 'public',
    allowQuestions: true,
    brandIds: [1],
    position: 1,
    languages: ['en', 'de'],
    translations: [
      { language: 'en', name: 'Machines', description: 'Care and repair.', slug: 'machines', updatedAt: AT },
    ],
    articleCount: 2,
    publishedCount: 1,
    editable: true,
    updatedAt: AT,
    updatedBy: by,
    ...facts,
  };
}

/** As an agent finds it for an answer. */
export function aFoundArticle(facts: Partial<FoundArticle> = {}): FoundArticle {
  return {
    id: 7,
    language: 'en',
    subject: 'Descale the machine',
    subjectMarks: [],
    excerpt: 'Fill in the salt.',
    excerptMarks: [],
    topic: { id: 1, name: 'Machines', audience: 'public' },
    internal: false,
    quickcode: 'lime',
    outdated: false,
    updatedAt: AT,
    ...facts,
  };
}
