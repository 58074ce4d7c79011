import type { DeskRoute } from '../resource/desk-route.ts';
import type { Source } from '../resource/source.ts';

const INTRODUCTION = `# The API of Desk.com

Clients, pipelines and scripts that spoke to the API v2 of Desk.com can be pointed at this desk: \`https://your-desk/api/v2\`. This page is
written by \`npm run desk-api\` out of the table that answers them, and a check keeps it true. New programs are better served by the
[native API](api.md), which can do everything. Who moves begins with [Moving from Desk.com](moving-from-desk.md).

## Who asks

| Way | What it opens |
| --- | --- |
| HTTP Basic: e-mail address and password of a user | what the user may. Refused to users with a second factor, who use a token instead; and, as their tokens are, to those who have yet to set up one that their role demands. |
| OAuth 1.0a, HMAC-SHA1: key and secret of an API application, an access token and its secret | what the user whom the token acts for may, as far as its scopes go |
| \`Authorization: Bearer\`: the bearer token of an access token, as a mobile token | what is marked *mobile* below |

Make an application and its access tokens under Admin › API applications, or let people allow it themselves (below). A signed request
says who it is in its header or in its query. It is taken once, five minutes around the time that it names, over the address that the
client called: behind a proxy the desk learns of that address by \`X-Forwarded-Proto\` and \`X-Forwarded-Host\` if
\`BUREAU_TRUSTED_PROXY\` names the proxy, and takes the public address of the desk as well. The session of a browser opens nothing here.
The same keys and tokens open the native API.

### An application that asks people

1. \`POST /oauth/request_token\`, signed with the key and secret of the application, and \`oauth_callback\`: the callback address of the
   application or one below it, or \`oob\`. The answer is a form: \`oauth_token\`, \`oauth_token_secret\`, \`oauth_callback_confirmed=true\`.
   Without \`oauth_callback\` it is the registered address.
2. Send the person to \`/oauth/authorize?oauth_token=…\`. She signs in, sees who asks, chooses what it may do, and allows or denies it. Her
   browser comes back to the callback with \`oauth_token\` and \`oauth_verifier\`, or \`oauth_problem=user_refused\`; with \`oob\` she carries
   a code over. Nobody can give what runs the desk (users, roles, applications, mailboxes, settings) this way, nor more than she has.
3. \`POST /oauth/access_token\`, signed with the request token too, and \`oauth_verifier\`. The answer has \`oauth_token\` and
   \`oauth_token_secret\`, which are good until somebody ends them: she under Account › Sessions, or who manages applications.

A request token is good for ten minutes, and for ten more once it is allowed; it is exchanged once, after at most five verifiers. The
parameters may stand in the header, the query or a form. Refusals are 401 with \`oauth_problem\` (\`signature_invalid\`,
\`parameter_rejected\`, \`token_rejected\`) and \`oauth_problem_advice\`; 60 requests a minute of one network are answered.

### Clients of the API v1

The npm package \`desk-api\` and scripts of its time read \`/api/v1\`: \`cases\`, \`customers\`, \`interactions\`, \`groups\`, \`users\`,
\`macros\`, \`topics\` and \`topics/ID/articles\`, and one of each by its number (\`cases/1\`, \`customer/1\` or \`customers/1\`, \`articles/1\`),
with or without \`.json\`. Nothing can be written there. Permissions, limits and refusals are those of v2, and so are the parameters, but
for \`count\` instead of \`per_page\` (20 unless said). Entries are as published fixtures of a client of that API have them,
\`{"results":[{"case":{…}}],"page":1,"count":20,"total":1}\`; what the desk does not know is null. From memory, and not from such a
fixture, are the names below \`interactionable\` other than \`email\`, and \`phone\` below \`phones\`.

Only requests that are signed with OAuth 1.0a are heard, never a password or a bearer token: \`desk-api\` speaks plain http. It calls
\`http://SUBDOMAIN.desk.com/api/v1/…\` whatever it is told, so tell it \`your-desk/x\` as its subdomain: \`/x.desk.com/api/v1/…\` of a desk is
its \`/api/v1/…\`. What it reads crosses the network as everything does that is not https.

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
- \`avatar\` of a customer is the address of the picture that the desk has, on the desk, for whoever may read the customer; null where there is
  none. Its size is that of the picture.
- \`GET /filters/ID/cases/changes\` is a page of the cases of the filter that are not among \`cids\`, or have changed since \`cflpt\`.
- Of the preferences of a user there are those that this desk has, too, and only one's own. A sound is on (its recorded loudness) or off
  (\`"0"\`).
- A row of a macro that is switched off has no value. The subject of a mail is set once there is a reply. What else a macro does here has
  no row and stays.
- \`rendered\` of an integration URL is its \`markup\` for \`case_id\` or \`customer_id\` of the query, with every value URL-encoded once, whether
  \`url_encode\` is written or not. It is null where it leads nowhere. Scheme and host are written out, else the markup is refused.
- When somebody signed in last is told to those who manage users, and to himself.
- A case that a colleague has locked is changed all the same: programs do not know of locks. \`locked_until\` and \`_links.locked_by\`
  lock it: for oneself, or with \`cases:take-over\` for a colleague; for ten minutes where no time is named, for a day at most. Both null
  unlock it; \`locked_until\` null alone says nothing. What a colleague has is refused (409) to whoever wants the lock himself.
- \`reply\` in a change of a case is written or sent as \`POST …/replies\` does, before the fields are changed; all of it or nothing.
- \`DELETE\` of a message, a reply or a note erases what it said, its files, and what the history kept of it; that there was one stays, with
  \`erased_at\` and \`_links.erased_by\`. A draft is thrown away. What is on its way is refused (409).
- A draft has a number of its own and is at \`/cases/:case/replies/NUMBER\` too; once it is sent, it is another reply. Of what was said, a
  \`PATCH\` changes only \`hidden\`; another \`body\` is refused (422).
- \`POST …/macros/preview\` takes \`_links.macros\`, a list of links, and answers 200: \`_embedded.case\` as it would be and \`_embedded.reply\`, null
  where none would be left.
- \`e-ID\`, the id that another system gave a case, stands for its number in every address below \`/cases\`.
- \`active_notes_count\` and \`active_attachments_count\` leave out what was erased.
- The host of a brand's support center answers programs that bring credentials as the desk's own host does.
- A link in a body leads to what it is called after: \`assigned_user\` to \`/users/NUMBER\`. What is no link, or leads elsewhere, is refused (422), and
  nothing else of the request is done. Yes and no may be written as \`true\`, \`"true"\`, \`1\` or \`"1"\`, and their opposites; all else is refused.
- \`status\` \`received\`, or another that there is not, makes a new case \`new\`; in a change it is refused.
- A message that opens a case is sent when it is \`out\` and \`pending\`; otherwise it is written down.
- A reply by e-mail, X or Facebook says \`pending\` to be sent, or \`sent\` if it has been; without either it is the draft of its writer, at
  \`/cases/:case/replies/draft\`, until that is changed to \`pending\`. On other channels it is written down as sent.
- A file that is added to a case comes with a note of its name; one that is added to a message or a reply comes with that, unless the desk
  itself sent it (409), and one that is added to a draft is sent with it. Deleting a file of a case erases its bytes; \`erased_at\` says when.
- \`Accept-Language\` chooses in which language topics and articles are read, and which of their texts a \`PATCH\` changes; without one
  it is the first. A topic is on the pages of all brands that its writer serves, unless \`brand_ids\` names some.
- Topics and articles are for those who work here until \`in_support_center\` is true. An article appears at once, unless \`publish_at\` says
  when, or null for a draft. A body of a channel that is sent without \`_auto\` is its own from then on.
- The job \`customer_merge\` merges \`customer_ids\` into \`customer_id\` and is done when it is answered.
- \`/interactions\` counts in \`total_entries\` only the page; its next link ends in a 422 that says so.
- A list that others change can be walked through without missing anything: by pages, in the order of change, by ids
  ([Moving from Desk.com](moving-from-desk.md)). \`total_entries\` is exact; on the pages of a walk it is at least what the walk has come by.
- A tweet of an account is what stands in a case one sees, or what the account said to nobody's case. One that is posted is \`pending\` while X
  has not said whether it took it (503): who sends it again learns what came of it, and it is never there twice. \`to\` names somebody in front.
- \`is_following_user\`, \`is_followed_by_user\` and \`can_dm\` of an account on X are null: whether it follows somebody is asked at \`/follows/HANDLE\`.
- A \`twitter_user\` that is created is asked of X, and becomes the customer that the link \`customer\` names, or a new one. \`followers_count\` is a
  text, as it was recorded.
- \`/system_message\` is what an administrator has written to the one who asks (Admin › System message); \`message\` is null when that is nothing.
- \`/users/ID/searches\` is empty: the desk keeps nobody's searches. What is to stay is a filter.
- A device is named by \`token\` and \`type\` (\`ios\`, \`android\`), at most 20 of each person, and its token is not told again. The desk keeps what each is
  to be told of; it does not send to devices by itself.
- \`POST /users/me/logout\` ends the access token that it is signed with, and nothing for who came with a password.
- The pipeline of sales that Desk.com added last is no part of this desk: \`/opportunities\`, \`/opportunity_stages\` and the filters of customers,
  companies and opportunities are empty, and \`enabled\` is false, so that clients which ask before they draw their menus draw less.
- The history has one entry for each write: \`type\`, \`context\` (user, application, rule, …), \`changes\` of \`{field, from, to}\`.

## Reports

\`POST /insights/reports\` (and \`/insights3/reports\`, the same) counts what happened to the cases that one sees. Its answer was never recorded; here it is
\`{metrics, dimensions, rows}\`. \`GET /insights/meta\` says which metrics and dimensions there are.

| Sent | Means |
| --- | --- |
| \`resolution\` | \`hours\`, \`days\`, \`weeks\` (from Monday) or \`months\`, by the time zone of the desk; without it the whole time is one |
| \`min_date\`, \`max_date\` | seconds since 1970, the first one and the one after the last; by itself the last 30 days |
| \`metrics\` | names or numbers, a list or divided by commas; by itself all |
| \`dimension1_name\`, \`dimension2_name\` | \`group\`, \`user\`, \`label\`, \`channel\`, \`brand\`, \`company\`, \`priority\`, \`status\`, \`language\` or \`custom_KEY\` |
| \`dimension1_values\`, \`dimension2_values\` | ids or names, a list or divided by commas; \`none\` for cases without; by itself all |
| \`sort_by\`, \`sort_order\` | the metric by which the values of the first dimension stand in order, or \`name\`; the first metric, the most first |
| \`dimension1_per_page\`, \`dimension1_page\` | a page of those values: 50, at most 500 |

A row has \`time\` (seconds since 1970) and \`date\` (by the clock of the desk) at which its period begins, \`dimension1\` and \`dimension2\` as
\`{id, name}\`, and a member for each metric. What nothing happened in has no row; more than 10,000 rows are refused (422).

Everything is counted on the day on which it happened. \`cases_created\` stands with the group and the user that the case has now; replies with the group
of that moment and who wrote them; resolutions and reopenings with the group and the user of that moment. All else is as the case is now, and a case
with two labels counts with both. Deleted cases are not counted. Times are seconds, on average; \`first_contact_resolution\` is the share, in percent, of
first resolutions after one reply with nothing said in the 14 days after, of those whose 14 days are over. How long a case was worked on (Desk.com's
average handle time) is not measured here, so there is no such metric.
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
