import type { Case, FeedItem } from '@bureau/contracts';
import { Button } from '@bureau/ui';
import { networkOf } from '../../plain/network-of.ts';
import { composerWords as words } from './composer.words.ts';
import { PostHead } from './post/post-head.tsx';
import { postReplyWords } from './post/post-reply.words.ts';
import { PostStanding } from './post/post-standing.tsx';
import { Recipients } from './recipients.tsx';
import type { Reply } from './use-reply.ts';

export interface ReplyHeadProps {
  supportCase: Case;
  feed: readonly FeedItem[];
  mode: 'reply' | 'forward';
  reply: Reply;
}

/** Whom it goes to, and how: people at their addresses, or somebody on a network. */
export function ReplyHead({ supportCase, feed, mode, reply }: ReplyHeadProps) {
  const { post, writing, change } = reply;
  const { address } = supportCase.customer;
  const saving = reply.uploads.uploading.length > 0 ? words.waitForUploads : words.saving[reply.saving];
  if (post !== null) {
    return (
      <>
        <PostHead
          post={post}
          chosen={writing.post}
          feed={feed}
          saving={saving}
          isReadOnly={reply.isSending}
          onChoose={(chosen) => change({ post: chosen })}
          onMail={address === null ? undefined : () => change({ to: [address] })}
        />
        <PostStanding post={post} />
      </>
    );
  }
  const network = networkOf(supportCase);
  return (
    <Recipients
      mode={mode}
      recipients={reply.recipients}
      subject={writing.subject ?? ''}
      isReadOnly={reply.isSending}
      saving={saving}
      action={
        network !== null &&
        mode === 'reply' && (
          <Button
            variant="quiet"
            size="small"
            isDisabled={reply.isSending}
            onPress={() => change({ to: null, cc: null, bcc: null, subject: null })}
          >
            {postReplyWords.onNetwork[network]}
          </Button>
        )
      }
      onChange={change}
      onSubject={(subject) => change({ subject: subject === '' ? null : subject })}
    />
  );
}
