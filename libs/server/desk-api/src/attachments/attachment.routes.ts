import { CASES } from '../cases/case.source.ts';
import { REPLIES } from '../cases/interaction.source.ts';
import { ARTICLES } from '../knowledge/article.source.ts';
import { create, list, redirect, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { ARTICLE_ATTACHMENTS, CASE_ATTACHMENTS, MESSAGE_ATTACHMENTS } from './attachment.source.ts';
import { ATTACHMENT_BODY_LIMIT, AttachmentWrites, NewAttachment } from './attachment.writes.ts';
import { DownloadLinks } from './download-links.ts';

export const ATTACHMENT_ROUTES: DeskRoute[] = [
  list('/cases/:case/attachments', {
    summary: 'List the files of a case.',
    allow: 'cases:view',
    within: CASES,
    reads: CASE_ATTACHMENTS,
  }),
  create('/cases/:case/attachments', {
    summary: 'Add a file of at most 20 MB, `content` in Base64; it comes with a note of its name.',
    allow: 'cases:note',
    within: CASES,
    reads: CASE_ATTACHMENTS,
    body: NewAttachment,
    longest: ATTACHMENT_BODY_LIMIT,
    by: AttachmentWrites,
    run: (writes, wish) => writes.addToCase(wish),
  }),
  show('/cases/:case/attachments/:attachment', {
    summary: 'Read what a file is.',
    allow: 'cases:view',
    reads: CASE_ATTACHMENTS,
  }),
  redirect('/cases/:case/attachments/:attachment/url', {
    summary: 'Load a file: 302 to an address that is good for five minutes.',
    allow: 'cases:view',
    reads: CASE_ATTACHMENTS,
    by: DownloadLinks,
    to: (links, fileId) => links.to({ of: 'case', fileId }),
  }),
  remove('/cases/:case/attachments/:attachment', {
    summary: 'Erase a file; that there was one stays.',
    allow: 'cases:delete',
    reads: CASE_ATTACHMENTS,
    by: AttachmentWrites,
    run: (writes, wish) => writes.erase(wish),
  }),
  list('/cases/:case/message/attachments', {
    summary: 'List the files of what the case began with.',
    allow: 'cases:view',
    within: CASES,
    reads: MESSAGE_ATTACHMENTS,
  }),
  show('/cases/:case/message/attachments/:attachment', {
    summary: 'Read what one of them is.',
    allow: 'cases:view',
    reads: MESSAGE_ATTACHMENTS,
  }),
  list('/cases/:case/replies/:reply/attachments', {
    summary: 'List the files of a reply.',
    allow: 'cases:view',
    within: REPLIES,
    reads: CASE_ATTACHMENTS,
  }),
  show('/cases/:case/replies/:reply/attachments/:file', {
    summary: 'Read what one of them is.',
    allow: 'cases:view',
    reads: CASE_ATTACHMENTS,
  }),
  list('/articles/:article/attachments', {
    summary: 'List the files of an article.',
    allow: 'articles:view',
    mobile: true,
    within: ARTICLES,
    reads: ARTICLE_ATTACHMENTS,
  }),
  create('/articles/:article/attachments', {
    summary: 'Add a file of at most 20 MB to an article, `content` in Base64.',
    allow: 'articles:write',
    within: ARTICLES,
    reads: ARTICLE_ATTACHMENTS,
    body: NewAttachment,
    longest: ATTACHMENT_BODY_LIMIT,
    by: AttachmentWrites,
    run: (writes, wish) => writes.addToArticle(wish),
  }),
  show('/articles/:article/attachments/:page', {
    summary: 'Read what a file is.',
    allow: 'articles:view',
    mobile: true,
    reads: ARTICLE_ATTACHMENTS,
  }),
  redirect('/articles/:article/attachments/:page/url', {
    summary: 'Load a file: 302 to an address that is good for five minutes.',
    allow: 'articles:view',
    mobile: true,
    reads: ARTICLE_ATTACHMENTS,
    by: DownloadLinks,
    to: (links, fileId) => links.to({ of: 'article', fileId }),
  }),
  remove('/articles/:article/attachments/:page', {
    summary: 'Remove a file from an article.',
    allow: 'articles:write',
    reads: ARTICLE_ATTACHMENTS,
    by: AttachmentWrites,
    run: (writes, wish) => writes.removeFromArticle(wish),
  }),
];
