import type { AuditEntry, AuditNoun } from '@bureau/contracts';
import { Avatar, Link, RelativeTime } from '@bureau/ui';
import { differencesOf } from './audit-differences.ts';
import type { AuditNames } from './audit-differences.ts';
import { auditLogWords as words } from './audit-log.words.ts';

/** One change: who did what to what and when, and below which fields were what before. */
export function AuditRow({ entry, names }: { entry: AuditEntry; names: AuditNames }) {
  const { actor, noun, object, action, at } = entry;
  const differences = differencesOf(entry, names);
  const href = action === 'deleted' || object.id === null ? pages[noun] : hrefOf(noun, object.id);
  const name = object.name || words.nouns[noun];
  return (
    <li className="audit-row">
      <Avatar name={actor.name} size={24} isDecoration />
      <div className="audit-words">
        <p>
          <strong>{actor.name}</strong> {actor.kind === 'application' && words.byProgram}{' '}
          {words.actions[action](words.nouns[noun])}{' '}
          {href && object.name ? <Link href={href}>{name}</Link> : object.name && <span>{name}</span>}
        </p>
        {differences.length > 0 && (
          <dl className="audit-differences">
            {differences.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <RelativeTime at={at} />
    </li>
  );
}

/** The pages where each kind of thing is kept. */
const pages: Record<string, string> = {
  user: '/admin/users',
  'two-factor': '/admin/users',
  group: '/admin/groups',
  role: '/admin/roles',
  brand: '/admin/brands',
  label: '/admin/labels',
  'custom-field': '/admin/custom-fields',
  filter: '/admin/filters',
  mailbox: '/admin/mailboxes',
  application: '/admin/applications',
  'sign-in': '/admin/sign-in',
  routing: '/admin/routing',
  'business-calendar': '/admin/business-hours',
  macro: '/admin/macros',
  rule: '/admin/rules',
  site: '/admin/site',
  template: '/admin/templates',
};

function hrefOf(noun: AuditNoun, id: number): string | undefined {
  return pages[noun] && `${pages[noun]}/${id}`;
}
