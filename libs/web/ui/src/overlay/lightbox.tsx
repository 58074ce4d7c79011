import './lightbox.css';
import { useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../button/icon-button.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface LightboxImage {
  id: string;
  src: string;
  /** Its name, also for the download. */
  name: string;
}

export interface LightboxWords {
  label: string;
  previous: string;
  next: string;
  zoom: string;
  fit: string;
  download: string;
  /** "2 of 5" */
  position: (index: number, count: number) => string;
}

export interface LightboxProps {
  images: readonly LightboxImage[];
  /** The one that is shown; null: closed. */
  shownId: string | null;
  onShow: (id: string | null) => void;
  words: LightboxWords;
}

/** Images one at a time above everything: arrows go on, + and - zoom, d downloads, Esc closes. */
export function Lightbox({ images, shownId, onShow, words }: LightboxProps) {
  const index = images.findIndex(({ id }) => id === shownId);
  const image = images[index];
  return (
    <ModalOverlay
      className="bu-veil bu-lightbox-veil"
      isOpen={image !== undefined}
      onOpenChange={(open) => !open && onShow(null)}
      isDismissable
    >
      <Modal className="bu-lightbox">
        <Dialog className="bu-lightbox-dialog" aria-label={words.label}>
          {image && <Shown {...{ images, index, image, onShow, words }} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ShownProps extends Omit<LightboxProps, 'shownId'> {
  index: number;
  image: LightboxImage;
}

function Shown({ images, index, image, onShow, words }: ShownProps) {
  const { close } = useUiWords();
  const [isLarge, setLarge] = useState(false);
  const step = (by: number) => {
    const next = images[(index + by + images.length) % images.length];
    if (!next) return;
    setLarge(false);
    onShow(next.id);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    '+': () => setLarge(true),
    '-': () => setLarge(false),
    z: () => setLarge(!isLarge),
    d: () => download(image),
  };
  const press = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    // The keys are heard wherever the focus is inside; every one has a button as well.
    <div className="bu-lightbox-inside" onKeyDown={press}>
      <div className="bu-lightbox-bar">
        <span className="bu-lightbox-name bu-truncate">{image.name}</span>
        {images.length > 1 && <span className="bu-figures">{words.position(index + 1, images.length)}</span>}
        <IconButton
          icon={isLarge ? 'minus' : 'plus'}
          label={isLarge ? words.fit : words.zoom}
          keys="z"
          onPress={() => setLarge(!isLarge)}
        />
        <IconButton icon="download" label={words.download} keys="d" onPress={() => download(image)} />
        <IconButton icon="close" label={close} keys="escape" autoFocus onPress={() => onShow(null)} />
      </div>
      <div className="bu-lightbox-stage" data-large={isLarge || undefined}>
        <img src={image.src} alt={image.name} />
      </div>
      {images.length > 1 && (
        <>
          <IconButton
            icon="chevron-left"
            label={words.previous}
            keys="arrowleft"
            className="bu-lightbox-step"
            data-side="start"
            onPress={() => step(-1)}
          />
          <IconButton
            icon="chevron-right"
            label={words.next}
            keys="arrowright"
            className="bu-lightbox-step"
            data-side="end"
            onPress={() => step(1)}
          />
        </>
      )}
    </div>
  );
}

function download({ src, name }: LightboxImage): void {
  const link = document.createElement('a');
  link.href = src;
  link.download = name;
  link.click();
}
