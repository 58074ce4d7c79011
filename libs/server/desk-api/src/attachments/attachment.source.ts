import { knowledgeAccess } from '@bureau/knowledge';
import { byCase } from '../cases/case-key.ts';
import { accessThroughCase } from '../cases/case-part-access.ts';
import { DRAFTS, ownDrafts } from '../cases/draft.source.ts';
import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { href, link, time } from '../resource/sql.ts';
import { finishAttachment } from './finish-attachment.ts';

/** Files of what was said and noted in a case. */
export const CASE_ATTACHMENTS: Source = {
  class: 'attachment',
  title: 'Attachment of a case',
  from: 'attachments a LEFT JOIN messages m ON m.id = a.message_id LEFT JOIN notes n ON n.id = a.note_id',
  id: 'a.id',
  where: 'true',
  access: accessThroughCase('coalesce(m.case_id, n.case_id)'),
  keys: {
    note: byNumber('a.note_id = $'),
    attachment: byNumber('a.id = $'),
    file: byNumber('a.id = $'),
    reply: byNumber('a.message_id = $'),
    case: byCase(`a.id IN (SELECT x.id FROM messages i JOIN attachments x ON x.message_id = i.id WHERE i.case_id = $
      UNION ALL SELECT x.id FROM notes i JOIN attachments x ON x.note_id = i.id WHERE i.case_id = $)`),
  },
  members: {
    id: 'a.id',
    file_name: 'a.file_name',
    content_type: 'a.content_type',
    size: 'a.size',
    url: href('/cases/{coalesce(m.case_id, n.case_id)}/attachments/{a.id}/url'),
    erased_at: time('a.erased_at'),
    created_at: time('a.created_at'),
    updated_at: time('a.updated_at'),
  },
  links: {
    self: link('/cases/{coalesce(m.case_id, n.case_id)}/attachments/{a.id}', 'attachment'),
    case: link('/cases/{coalesce(m.case_id, n.case_id)}', 'case'),
    uploaded_by: link("/users/{coalesce(n.user_id, CASE WHEN m.direction = 'out' THEN m.user_id END)}", 'user'),
    erased_by: link('/users/{a.erased_by}', 'user'),
  },
  finish: finishAttachment,
  sorts: { id: 'a.id', created_at: 'a.created_at', updated_at: 'a.updated_at' },
  perPage: 100,
};

/** Those that came with what the case began with. */
export const MESSAGE_ATTACHMENTS: Source = {
  ...CASE_ATTACHMENTS,
  title: 'Attachment of the message',
  keys: {
    attachment: byNumber('a.id = $'),
    case: byCase('a.message_id = (SELECT i.id FROM messages i WHERE i.case_id = $ ORDER BY i.sequence LIMIT 1)'),
  },
};

/** Those of a reply that is not sent: its writer's alone. */
export const DRAFT_ATTACHMENTS: Source = {
  class: 'attachment',
  title: 'Attachment of a draft',
  from: 'uploads a JOIN drafts d ON a.id = ANY(d.upload_ids) AND a.user_id = d.user_id',
  id: 'a.id',
  where: DRAFTS.where,
  access: ownDrafts,
  keys: { upload: byNumber('a.id = $'), case: byCase('d.case_id = $') },
  members: {
    id: 'a.id',
    file_name: 'a.file_name',
    content_type: 'a.content_type',
    size: 'a.size',
    url: href('/cases/{d.case_id}/replies/draft/attachments/{a.id}/url'),
    erased_at: 'NULL::text',
    created_at: time('a.created_at'),
    updated_at: time('a.created_at'),
  },
  links: {
    self: link('/cases/{d.case_id}/replies/draft/attachments/{a.id}', 'attachment'),
    case: link('/cases/{d.case_id}', 'case'),
    uploaded_by: link('/users/{a.user_id}', 'user'),
    erased_by: 'NULL::text',
  },
  finish: finishAttachment,
  sorts: { id: 'a.id', created_at: 'a.created_at' },
  perPage: 100,
};

export const ARTICLE_ATTACHMENTS: Source = {
  class: 'attachment',
  title: 'Attachment of an article',
  from: 'article_files a JOIN articles r ON r.id = a.article_id JOIN topics o ON o.id = r.topic_id',
  id: 'a.id',
  where: 'r.deleted_at IS NULL',
  access: knowledgeAccess,
  keys: { page: byNumber('a.id = $'), article: byNumber('a.article_id = $') },
  members: {
    id: 'a.id',
    file_name: 'a.file_name',
    content_type: 'a.content_type',
    size: 'a.size',
    url: href('/articles/{a.article_id}/attachments/{a.id}/url'),
    erased_at: 'NULL::text',
    created_at: time('a.created_at'),
    updated_at: time('a.created_at'),
  },
  links: {
    self: link('/articles/{a.article_id}/attachments/{a.id}', 'attachment'),
    article: link('/articles/{a.article_id}', 'article'),
    uploaded_by: link('/users/{a.created_by}', 'user'),
  },
  finish: finishAttachment,
  sorts: { id: 'a.id', created_at: 'a.created_at' },
  perPage: 100,
};
