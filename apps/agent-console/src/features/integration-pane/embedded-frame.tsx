import type { ShownIntegration } from '@bureau/contracts';
import { Link } from '@bureau/ui';
import { useRef } from 'react';
import { ComesLater, useComesLater } from './comes-later.tsx';
import { FRAME_RIGHTS } from './frame-rights.ts';
import { integrationPaneWords as words } from './integration-pane.words.ts';
import { useFrameHeight } from './use-frame-height.ts';

/** A page of another program in a frame. */
export function EmbeddedFrame({ page }: { page: ShownIntegration & { url: string } }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useFrameHeight(frame, page);
  if (useComesLater(page.origin)) return <ComesLater />;
  return (
    <>
      <iframe
        ref={frame}
        title={page.name}
        src={page.url}
        sandbox={FRAME_RIGHTS}
        referrerPolicy="no-referrer"
        loading="lazy"
        style={{ height }}
      />
      <Link href={page.url} target="_blank" rel="noopener noreferrer" quiet>
        {words.inTab}
      </Link>
    </>
  );
}
