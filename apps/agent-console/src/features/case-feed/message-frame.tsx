import { foldHtml } from '@bureau/domain';
import { Button, useTheme } from '@bureau/ui';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { feedWords as words } from './case-feed.words.ts';
import { Clamped } from './clamped.tsx';
import { frameDocument, paintsItself } from './frame-document.ts';
import type { FrameLook } from './frame-document.ts';
import { QuoteFold } from './message-text.tsx';

export interface MessageFrameProps {
  html: string;
  /** Fold quoted history; for what a customer wrote. */
  foldsQuotes: boolean;
  author: string;
  hasRemoteImages: boolean;
  /** A picture was pressed; its address as the frame has it. */
  onPicture: (src: string) => void;
}

/**
 * An HTML mail in a frame without scripts, forms or requests of its own. The frame shares our origin for one reason:
 * that we can measure its height; without `allow-scripts` nothing inside can use that.
 */
export function MessageFrame({ html: whole, foldsQuotes, author, hasRemoteImages, onPicture }: MessageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [showImages, setShowImages] = useState(false);
  const [showQuoted, setShowQuoted] = useState(false);
  const look = useLook();
  const { html, hasFolded } = useMemo(
    () => (foldsQuotes ? foldHtml(whole) : { html: whole, hasFolded: false }),
    [whole, foldsQuotes],
  );
  const source = useMemo(
    () => frameDocument({ html, look, showImages, showQuoted }),
    [html, look, showImages, showQuoted],
  );
  const height = useFrameHeight(frame, source);
  usePicturePress(frame, onPicture);
  return (
    <>
      <Clamped>
        <iframe
          ref={frame}
          className="feed-frame"
          data-paper={paintsItself(html) || undefined}
          title={words.mailFrame(author)}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          srcDoc={source}
          style={{ height }}
        />
      </Clamped>
      {hasFolded && <QuoteFold isShown={showQuoted} onToggle={setShowQuoted} />}
      {hasRemoteImages && !showImages && (
        <p className="feed-images">
          {words.imagesBlocked}{' '}
          <Button size="small" icon="image" onPress={() => setShowImages(true)}>
            {words.showImages}
          </Button>
        </p>
      )}
    </>
  );
}

/** Hears presses on pictures inside the frame, which runs nothing of its own. A picture that is a link stays one. */
function usePicturePress(frame: React.RefObject<HTMLIFrameElement | null>, onPicture: (src: string) => void): void {
  const hear = useEffectEvent(onPicture);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const press = ({ target }: Event) => {
      const image = element.contentDocument && target ? pictureAt(element.contentDocument, target) : null;
      if (image !== null) hear(image);
    };
    const listen = () => element.contentDocument?.addEventListener('click', press);
    element.addEventListener('load', listen);
    listen();
    return () => element.removeEventListener('load', listen);
  }, [frame]);
}

function pictureAt(page: Document, target: EventTarget): string | null {
  const image = [...page.images].find((one) => one === target && !one.closest('a'));
  return image?.getAttribute('src') ? image.src : null;
}

/** The height of what the frame shows, in CSS pixels, kept true while images load and panes resize. */
function useFrameHeight(frame: React.RefObject<HTMLIFrameElement | null>, source: string): number {
  const [height, setHeight] = useState(40);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let observer: ResizeObserver | undefined;
    const watch = () => {
      const body = element.contentDocument?.body;
      if (!body) return;
      observer?.disconnect();
      observer = new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height)));
      observer.observe(body);
    };
    element.addEventListener('load', watch);
    watch();
    return () => {
      element.removeEventListener('load', watch);
      observer?.disconnect();
    };
  }, [frame, source]);
  return height;
}

/** The console's colours as they are now, for mail that has none of its own. */
function useLook(): FrameLook {
  const { theme } = useTheme();
  const [systemDark, setSystemDark] = useState(isSystemDark);
  useEffect(() => {
    const query = window.matchMedia?.('(prefers-color-scheme: dark)');
    const update = () => setSystemDark(isSystemDark());
    query?.addEventListener('change', update);
    return () => query?.removeEventListener('change', update);
  }, []);
  return useMemo(() => readLook(theme === 'dark' || (theme !== 'light' && systemDark)), [theme, systemDark]);
}

function isSystemDark(): boolean {
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}

function readLook(isDark: boolean): FrameLook {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: token('--text'),
    muted: token('--line'),
    accent: token('--accent'),
    font: token('--font').replaceAll('"', "'"),
    fontFaces: fontFaces(),
    isDark,
  };
}

/** The font faces of this page; their addresses begin at the root, so they hold inside the frame too. */
function fontFaces(): string {
  return [...document.styleSheets]
    .filter(({ href }) => href === null || href.startsWith(window.location.origin))
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.cssText.startsWith('@font-face'))
    .map(({ cssText }) => cssText)
    .join('\n');
}
