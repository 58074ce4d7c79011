import type { DeskRoute } from '../resource/desk-route.ts';
import type { Source } from '../resource/source.ts';

const INTRODUCTION = `# The API of Desk.com

Clients, pipelines and scripts that spoke to the API v2 of Desk.com can be pointed at this desk: \`https://your-desk/api/v2\`. This page is
written by \`npm run desk-api\` out of the table that answers them, and a check keeps it true. New programs are better served by the
[native API](api.md), which can do everything.

## Who asks

| Way | What it opens |
| --- | --- |
| HTTP Basic: e-mail address and password of a user | what the user may. Refused to users with a second factor, who use a token instead. |
| OAuth 1.0a, HMAC-SHA1: key and secret of an API application, an access token and its secret | what the user who made the token may, as far as its scopes go |
| \`Authorization: Bearer\`: the bearer token of an access token, as a mobile token | what is marked *mobile* below |

Make an application and its access tokens under Admin › API applications. A signed request is taken once, five minutes around the time
that it names, over the address that the client called: behind a proxy the desk learns of that address by \`X-Forwarded-Proto\` and
\`X-Forwarded-Host\` if \`BUREAU_TRUSTED_PROXY\` names the proxy, and takes the public address of the desk as well. The session of
a browser opens nothing here.

## What holds for all

- **JSON** in and out, whatever \`Content-Type\` says. Members that are not known or that nobody may write are passed over. A \`POST\` with
  \`X-HTTP-Method-Override: PATCH\` is a \`PATCH\`.
- **Links** (\`_links\`) are objects or null. To change one, send its \`href\`, or null. \`embed=a,b\` puts what they lead to into \`_embedded\`,
  \`fields=a,b\` leaves out other members.
- **Pages** hold 50 entries, or \`per_page\`, at most what stands below; more is cut down to that. A page beyond the last is empty; one
  beyond the 500th is refused (422). \`sort_field\` and \`sort_direction\` order; otherwise the oldest stands first. \`since_id\` goes on after
  an id, in order of ids; \`max_id\` ends with one. Times are seconds since 1970 or ISO 8601.
- **Limit**: 60 requests a minute for each user, pooled, at most 300 for the desk; an application's own limit holds besides. Every
  answer has \`X-Rate-Limit-Limit\`, \`-Remaining\` and \`-Reset\` (seconds); 429 says \`Retry-After\` and \`X-Retry-After\` too.
- **Tags**: \`If-None-Match\` answers 304 when nothing has changed. \`If-Match\` on a write answers 409 when something has.
- **Refusals** are \`{"message": …}\`: 401 and 403, 404 \`Resource Not Found\` (also for what one may not see), 405 \`Method Not Allowed\`, 429
  \`Too Many Requests\`. 422 \`Validation Failed\` has \`errors\`, nested as the body is: \`blank\` or \`invalid\` for each field. Only a body that
  is no JSON is 400.

## What was never documented, and how it is here

- \`label_action\` is \`replace\` unless it says \`append\`. New labels are made for those whose role may.
- \`emails_update_action\`, \`phone_numbers_update_action\` and \`addresses_update_action\` are \`replace\` unless they say \`append\`. A number
  that is appended again is there once more; an e-mail address is not.
- \`company_name\` of a customer that is written means the company of that name, which is made if there is none and one may.
- \`GET /filters/ID/cases/changes\` is a page of the cases of the filter that are not among \`cids\`, or have changed since \`cflpt\`.
- Of the preferences of a user there are those that this desk has, too, and only one's own. A sound is on (its recorded loudness) or off
  (\`"0"\`).
- A row of a macro that is switched off has no value. The subject of a mail is set once there is a reply. What else a macro does here has
  no row and stays.
- \`rendered\` of an integration URL is its \`markup\` for \`case_id\` or \`customer_id\` of the query, with every value URL-encoded once, whether
  \`url_encode\` is written or not. It is null where it leads nowhere. Scheme and host are written out, else the markup is refused.
- When somebody signed in last is told to those who manage users, and to himself.
- A case that a colleague has locked is changed all the same: programs do not know of locks.
- \`status\` \`received\`, or another that there is not, makes a new case \`new\`; in a change it is refused.
- A message that opens a case is sent when it is \`out\` and \`pending\`; otherwise it is written down.
- A reply by e-mail, X or Facebook says \`pending\` to be sent, or \`sent\` if it has been; without either it is the draft of its writer, at
  \`/cases/:case/replies/draft\`, until that is changed to \`pending\`. On other channels it is written down as sent.
- A file that is added to a case comes with a note of its name. Deleting a file of a case erases its bytes; \`erased_at\` says when.
- \`Accept-Language\` chooses in which language topics and articles are read, and which of their texts a \`PATCH\` changes; without one
  it is the first. A topic is on the pages of all brands that its writer serves, unless \`brand_ids\` names some.
- Topics and articles are for those who work here until \`in_support_center\` is true. An article appears at once, unless \`publish_at\` says
  when, or null for a draft. A body of a channel that is sent without \`_auto\` is its own from then on.
- The job \`customer_merge\` merges \`customer_ids\` into \`customer_id\` and is done when it is answered.
- \`/interactions\` counts in \`total_entries\` only the page; its next link ends in a 422 that says so.
- The history has one entry for each write: \`type\`, \`context\` (user, application, rule, …), \`changes\` of \`{field, from, to}\`.
`;

/** The page of the documentation, in Markdown. */
export function referenceText(routes: readonly DeskRoute[]): string {
  const sources = [...new Set(routes.map(({ reads }) => reads))];
  const chapters = sources.map((source) =>
    chapterOf(
      source,
      routes.filter(({ reads }) => reads === source),
    ),
  );
  return [INTRODUCTION, '## Resources', ...chapters].join('\n\n');
}

function chapterOf(source: Source, routes: DeskRoute[]): string {
  const links = Object.entries(source.links).filter(([, sql]) => typeof sql !== 'string' || !sql.startsWith('NULL'));
  const rows = routes.map(
    ({ method, path, summary, allow, mobile }) =>
      `| \`${method} ${path}\` | ${summary} | \`${allow}\`${mobile ? ', mobile' : ''} |`,
  );
  const facts: [string, string[]][] = [
    ['Members', Object.keys(source.members)],
    ['Links', links.map(([name]) => name)],
    ['Embeds', Object.keys(source.embeds ?? {})],
    [
      'Parameters',
      [...Object.keys(source.filters ?? {}), ...Object.keys(source.openFilters ?? {}).map((name) => `${name}KEY`)],
    ],
    ['Sorts by', Object.keys(source.sorts)],
  ];
  return [
    `### ${titleOf(source)}`,
    ['| Address | Does | Permission |', '| --- | --- | --- |', ...rows].join('\n'),
    facts
      .filter(([, names]) => names.length > 0)
      .map(([title, names]) => `- **${title}**: ${names.map((name) => `\`${name}\``).join(', ')}`)
      .concat(`- **Page**: ${source.perPage} entries at most`)
      .join('\n'),
  ].join('\n\n');
}

function titleOf({ title, class: kind }: Source): string {
  return title ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('_', ' ')}`;
}
