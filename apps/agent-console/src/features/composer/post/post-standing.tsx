import { socialAccountsApi } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Banner, Button, Icon, Link, useNow } from '@bureau/ui';
import { formatList } from '../../../language/format.ts';
import { formatBytes } from '../../../plain/format-bytes.ts';
import type { FileTrouble } from './file-trouble.ts';
import { postReplyWords as words } from './post-reply.words.ts';
import { spanOf } from './span-of.ts';
import type { PostReply } from './use-post-reply.ts';

/** What stands in the way of an answer on a network and what to do about it; else until when it can be given. */
export function PostStanding({ post }: { post: PostReply }) {
  const trouble = troubleOf(post);
  if (post.error && !post.ways) {
    const again = (
      <Button size="small" onPress={post.retry}>
        {words.retry}
      </Button>
    );
    return (
      <Banner tone="danger" action={again}>
        {words.failed}
      </Banner>
    );
  }
  if (trouble !== null) {
    return (
      <Banner tone="caution" action={<AccountLink post={post} />}>
        {trouble}
      </Banner>
    );
  }
  return (
    <>
      {post.way?.window && <Window window={post.way.window} />}
      {post.files && (
        <p className="composer-post-note composer-wrong" role="alert">
          {fileWords(post.files)}
        </p>
      )}
    </>
  );
}

function troubleOf({ ways, way, network }: PostReply): string | null {
  if (!ways) return null;
  if (ways.accounts.length === 0) return words.noAccount[network];
  if (way === null) return words.noWay[network];
  return way.refusal === null ? null : (words.refusals[way.refusal] ?? words.otherRefusal);
}

/** For who can do something about it. */
function AccountLink({ post: { ways, account } }: { post: PostReply }) {
  const session = useSession();
  const isAiling = account !== null && account.state !== 'ok' && account.state !== 'trouble';
  if (!can(session, socialAccountsApi.connect) || !ways || (account !== null && !isAiling)) return null;
  return <Link href={`/admin/social-accounts${account ? `/${account.id}` : ''}`}>{words.openAccount}</Link>;
}

/** Facebook's time for private answers, as it runs out. */
function Window({ window: { endsAt, forPeopleOnly } }: { window: { endsAt: string; forPeopleOnly: boolean } }) {
  const left = words.span(spanOf(Date.parse(endsAt) - useNow()));
  return (
    <p className="composer-post-note" data-caution={forPeopleOnly || undefined}>
      <Icon name="clock" size={14} /> {forPeopleOnly ? words.peopleOnly(left) : words.window(left)}
    </p>
  );
}

function fileWords(trouble: FileTrouble): string {
  switch (trouble.kind) {
    case 'unknown-type':
      return words.files[trouble.kind](trouble.name, formatList(trouble.types, 'disjunction'));
    case 'too-many':
      return words.files[trouble.kind](trouble.most);
    case 'too-large':
      return words.files[trouble.kind](trouble.name, formatBytes(trouble.size));
    default:
      return words.files[trouble.kind];
  }
}
