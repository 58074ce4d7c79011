import './post.css';
import { Suspense } from 'react';
import type { Network } from '@bureau/contracts';
import { late } from '../late/late.tsx';

const Rules = late(
  () => import('./post-text.tsx'),
  (code) => code.PostText,
);

/** The words of a post. The rules of links come when the first post is shown; until then it is plain text. */
export function PostText(props: { text: string; network: Network }) {
  return (
    <Suspense fallback={<p className="post-text">{props.text}</p>}>
      <Rules {...props} />
    </Suspense>
  );
}
