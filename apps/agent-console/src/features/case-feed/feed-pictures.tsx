import { Lightbox } from '@bureau/ui/parts';
import type { LightboxImage } from '@bureau/ui/parts';
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { feedWords as words } from './case-feed.words.ts';

type ShowPictures = (images: readonly LightboxImage[], id: string) => void;

const PicturesContext = createContext<ShowPictures>(() => undefined);

/** Shows pictures of messages large, one at a time. */
export function FeedPictures({ children }: { children: ReactNode }) {
  const [images, setImages] = useState<readonly LightboxImage[]>([]);
  const [shownId, setShownId] = useState<string | null>(null);
  const show = useMemo<ShowPictures>(
    () => (all, id) => {
      setImages(all);
      setShownId(id);
    },
    [],
  );
  return (
    <PicturesContext value={show}>
      {children}
      <Lightbox images={images} shownId={shownId} onShow={setShownId} words={words.lightbox} />
    </PicturesContext>
  );
}

/** Opens the pictures of a message at one of them. */
export function useShowPictures(): ShowPictures {
  return useContext(PicturesContext);
}
