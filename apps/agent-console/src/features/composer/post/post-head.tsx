import './post-reply.css';
import type { FeedItem, Network, ReplyAccount, ReplyOnNetwork } from '@bureau/contracts';
import { Button, Select } from '@bureau/ui';
import { handleOf } from '../../../pieces/post/index.ts';
import { formatNumber } from '../../../language/format.ts';
import { postReplyWords as words } from './post-reply.words.ts';
import type { PostReply } from './use-post-reply.ts';
import { useLowLimit } from './use-low-limit.ts';

export interface PostHeadProps {
  post: PostReply;
  /** As the writer chose it; null: as it is by itself. */
  chosen: ReplyOnNetwork | null;
  feed: readonly FeedItem[];
  /** How the draft is kept. */
  saving: string;
  isReadOnly: boolean;
  onChoose: (post: ReplyOnNetwork) => void;
  /** Absent: the customer has no address. */
  onMail?: () => void;
}

/** From which account, whether everybody reads it, and to whom: one line in place of addresses and subject. */
export function PostHead({ post, chosen, feed, saving, isReadOnly, onChoose, onMail }: PostHeadProps) {
  const { way, network } = post;
  const change = (changes: ReplyOnNetwork) => onChoose({ ...chosen, ...changes });
  return (
    <div className="composer-head composer-post" role="group" aria-label={words.head}>
      <div className="composer-recipients">
        {post.isLoading && <span className="composer-label">{words.loading}</span>}
        {post.account && <AccountChoice post={post} isReadOnly={isReadOnly} onChange={change} />}
        {way && <AudienceChoice post={post} isReadOnly={isReadOnly} onChange={change} />}
        {way && (
          <span className="bu-truncate">{words.to(way.to.handle ? handleOf(way.to, network) : way.to.name)}</span>
        )}
        {chosen?.answers !== undefined && (
          <Answered
            feed={feed}
            messageId={chosen.answers}
            onLatest={() => onChoose({ ...chosen, answers: undefined })}
          />
        )}
        {onMail && !isReadOnly && (
          <Button variant="quiet" size="small" onPress={onMail}>
            {words.byMail}
          </Button>
        )}
        <LowLimit post={post} />
      </div>
      <span className="composer-saving" role="status">
        {saving}
      </span>
    </div>
  );
}

interface ChoiceProps {
  post: PostReply;
  isReadOnly: boolean;
  onChange: (changes: ReplyOnNetwork) => void;
}

function AccountChoice({ post: { ways, account, network }, isReadOnly, onChange }: ChoiceProps) {
  const accounts = ways?.accounts ?? [];
  if (!account) return null;
  if (accounts.length < 2) {
    return (
      <>
        <span className="composer-label">{words.from}</span>
        <span className="bu-truncate">{accountName(account, network)}</span>
      </>
    );
  }
  return (
    <>
      <span className="composer-label">{words.from}</span>
      <Select
        aria-label={words.account}
        isDisabled={isReadOnly}
        choices={accounts.map((one) => ({
          id: String(one.id),
          label: accountName(one, network),
          detail: words.states[one.state] || one.name,
        }))}
        value={String(account.id)}
        onChange={(id) => onChange({ accountId: Number(id) })}
      />
    </>
  );
}

/** Pages are known by their names, accounts of X by their handles. */
function accountName({ handle, name }: ReplyAccount, network: Network): string {
  return network === 'x' ? handleOf({ handle }, network) : name;
}

function AudienceChoice({ post: { ways, way, network }, isReadOnly, onChange }: ChoiceProps) {
  const all = ways?.ways ?? [];
  if (!way) return null;
  if (all.length < 2) return <span>{words[way.audience][network]}</span>;
  return (
    <Select
      aria-label={words.audience}
      isDisabled={isReadOnly}
      choices={all.map(({ audience }) => ({
        id: audience,
        label: words[audience][network],
        detail: words.audienceDetails[audience],
        icon: audience === 'private' ? ('lock' as const) : ('eye' as const),
      }))}
      value={way.audience}
      onChange={(audience) => onChange({ audience })}
    />
  );
}

interface AnsweredProps {
  feed: readonly FeedItem[];
  messageId: number;
  onLatest: () => void;
}

/** An earlier message that was chosen to be answered. */
function Answered({ feed, messageId, onLatest }: AnsweredProps) {
  const message = feed.find((item) => item.kind === 'message' && item.id === messageId);
  const excerpt = message?.kind === 'message' ? message.text.replace(/\s+/g, ' ').slice(0, 60) : '';
  return (
    <>
      <span className="bu-truncate" title={excerpt}>
        {excerpt === '' ? words.answersOther : words.answers(excerpt)}
      </span>
      <Button variant="quiet" size="small" onPress={onLatest}>
        {words.answersLatest}
      </Button>
    </>
  );
}

/** Said only when little is left. */
function LowLimit({ post }: { post: PostReply }) {
  const low = useLowLimit(post);
  if (low === null) return null;
  return (
    <span className="composer-post-limit bu-figures">
      {words.limit(formatNumber(low.remaining), formatNumber(low.limit))}
    </span>
  );
}
