import type { DeskRoute } from '../resource/desk-route.ts';

const BEFORE = `# Moving from Desk.com

Programs that spoke to Desk.com go on against this desk when they are told where it is and who they are. This page is for the person who
has to do that on a Monday morning: what to set in each client, what to try first, and what is different. Every address, member and parameter is in
[the reference](desk-api.md). This page is written by \`npm run desk-api\`, and a check keeps its table true.

## 1. Make the keys

In the console open _Administration › API applications_ and make one application for each program, then a token in it. Both are shown once.

| Desk.com called it | here |
| --- | --- |
| Key, Secret | the application's key and secret |
| Token, Token Secret | the access token and its secret; it acts as the user who made it, as far as the scopes go that you gave it |
| Mobile SDK Token | the bearer token of the same access token; opens only what the reference marks _mobile_ |
| e-mail address and password | of a user of this desk. Refused for users with a second factor: they use a token |

A pipeline that copies the desk needs the scopes \`cases:view\`, \`customers:view\`, \`users:view\` and \`feedback:view\`, and an owner who sees every case: what
its owner does not see, the copy does not have. The old keys of Desk.com are of no use here.

## 2. Try it by hand

Set the address of your desk, and the credentials of a user without a second factor:

\`\`\`sh
DESK=https://desk.example.com
WHO='ada@example.com:her password'

curl -s -u "$WHO" "$DESK/api/v2/users/current"
curl -s -u "$WHO" "$DESK/api/v2/cases?per_page=2&sort_field=updated_at&sort_direction=desc"
curl -s -u "$WHO" -X POST -H 'Content-Type: application/json' "$DESK/api/v2/cases" -d '{
  "type": "email", "subject": "A first case",
  "message": {"direction": "in", "from": "Ana Flores <ana@example.net>", "body": "Does it work?"}}'
curl -si -u "$WHO" "$DESK/api/v2/labels" | grep -i '^x-rate-limit'
\`\`\`

401 says that the credentials are wrong, or that the user has to use a token; 403 that his role or the token's scopes do not reach so far; its message
says which.

## 3. Tell each client

Every client has a place for a domain of one's own; that is where the desk goes. Calls of \`SUBDOMAIN.desk.com\` that a program writes out in full have to
be changed in the program.

| client | set |
| --- | --- |
| Ruby, \`desk_api\` | \`config.endpoint = 'https://desk.example.com'\` instead of \`config.subdomain\` |
| Node, \`desk.js\` | \`endpoint: 'https://desk.example.com'\` instead of \`subdomain\` |
| Go, \`go-desk\` | \`NewClient(nil, "https://desk.example.com", email, password)\`; it knows passwords only, so its user has no second factor |
| Java and Android, \`api-client\` | \`new DeskClient.Builder("desk.example.com", key, secret, token, tokenSecret)\`; with a mobile token, the host and that token |
| PHP, \`desk-php\` | \`'base_url' => 'https://desk.example.com/api/v2/'\` beside the credentials |
| Python, \`libsaas\` | \`Desk('desk.example.com', key, secret, token, token_secret)\`: a name with a dot is a whole domain |
| sources of ETL services | the subdomain or "API URL" is \`desk.example.com\`; where only a subdomain can be written, ask the service for a domain of your own |
| scripts | the part of the address before \`/api/v2\` |

The clients speak HTTPS on the usual port. Behind a proxy tell the desk of it (\`BUREAU_TRUSTED_PROXY\`, [for operators](operators.md)), or signatures of
OAuth are made for another address than the desk believes it has.

## 4. How often

60 requests a minute for each user of the desk, pooled, and never more than 300; an application has a limit of its own besides. The count is one for all
servers of the desk. Every answer says what is left; a 429 says how many seconds to wait, and the clients above do wait. A pipeline that needs
more asks with the largest pages, and with \`If-None-Match\` for lists that hardly change.

## 5. Copy everything, and keep the copy

`;

const AFTER = `
**In the order of change.** Ask \`?since_updated_at=SECONDS&sort_field=updated_at&sort_direction=asc\`, page after page, and remember the greatest
\`updated_at\` of what came. Begin the next time with it: the entries of that second come again, which does no harm to a copy that is kept by \`id\`. Nothing
is lost in between: what a colleague is still writing is waited for, for some seconds at most, and comes the next time if it takes longer. The last page of a
walk may therefore take a quarter of a second.

**By pages.** Page 2 is what comes after page 1 _as you were given it_, even if cases of page 1 have changed since and moved to the end. Where Desk.com
left out a case for every one that moved away, here none is left out. That holds for orders by \`id\`, \`created_at\`, \`updated_at\` and \`position\`, for
the same question asked with the same key, up to a quarter of an hour after the page before. After page 500 begin again with what you saw last.

**By ids.** \`?since_id=ID\` goes on after an id. Ids whose entries are still being written are waited for, up to three seconds. \`/interactions\` gives the next
address itself; at the end of it is a 422 \`no records found with id greater than since_id\`: remember the last id and try again later.

**What is gone.** Lists do not say what was deleted. Walk through the ids now and then (\`?since_id=0&fields=id\`), and let go of those that are not there: cases
in the trash, customers that were merged into others, articles. What is read whole each time needs no such walk.

**What changes without a trace.** \`updated_at\` of an entry stays when only something changes that it shows of others: the name of a label or of a company, a
new custom field, whether a reply has left yet (\`status\` of a message, \`has_pending_interactions\` of a case). Keep \`label_ids\` and links rather than names.

New programs do better with [\`/api/v3/changes\`](api.md), which tells of deletions too.

## 6. What is different

- What the reference calls [never documented](desk-api.md#what-was-never-documented-and-how-it-is-here) is settled there, point by point.
- \`per_page\` above the maximum is cut down to it, silently, as there. What a table above says is the maximum.
- A user is made and changed in the console or by the [native API](api.md); here, as there, that is 405.
- Numbers begin anew: ids of Desk.com mean nothing here. Give what you bring along its old number as \`external_id\`; cases are read by it, \`/cases/e-1234\`.
- Of searches, \`name\`, \`first_name\`, \`last_name\`, \`company\`, \`subject\`, \`description\`, \`notes\` and \`attachments\` find parts of words from three letters on, without
  regard to case and accents; shorter ones are beginnings.

**Extensions**, which Desk.com did not have: \`since_\` and \`max_\` of both times wherever the reference names them, also for articles, notes, feedbacks and
interactions; \`max_id\`; walks that miss nothing (above); \`Retry-After\` beside the older headers; 409 for a write with an \`If-Match\` that is out of date.
`;

/** The page for those who move, in Markdown. */
export function movingText(routes: readonly DeskRoute[]): string {
  const lists = routes.filter(({ does, path }) => (does === 'list' || does === 'stream') && !path.includes(':'));
  const rows = lists.map(
    ({ path, reads: { filters = {}, sorts, table, perPage } }) =>
      `| \`${path}\` | ${perPage} | ${'since_updated_at' in filters && 'updated_at' in sorts ? 'yes' : ''} | ${table === undefined ? '' : 'yes'} |`,
  );
  const head =
    '| list | entries of a page at most | in the order of change | by ids, waiting |\n| --- | --- | --- | --- |';
  return [BEFORE, head, '\n', rows.join('\n'), '\n', AFTER].join('');
}
