/** What the browser lets us do: `unknown` in browsers and pages (without TLS) that have no notifications. */
export type PopUpPermission = 'granted' | 'denied' | 'default' | 'unknown';

export function popUpPermission(): PopUpPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unknown';
}

/** Asks the reader; only ever from a button that says what for. */
export async function askForPopUps(): Promise<PopUpPermission> {
  if (!('Notification' in globalThis)) return 'unknown';
  return Notification.requestPermission();
}

interface PopUp {
  title: string;
  body: string;
  /** Another one with the same tag takes its place. */
  tag: string;
  onClick: () => void;
}

/** A notification of the browser; the sound is ours. Does nothing without permission. */
export function popUp({ title, body, tag, onClick }: PopUp): void {
  if (popUpPermission() !== 'granted') return;
  const shown = new Notification(title, {
    body,
    tag,
    silent: true,
    icon: '/icon.svg',
    lang: document.documentElement.lang,
  });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    onClick();
  });
}
