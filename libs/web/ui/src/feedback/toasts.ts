import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface Toast {
  /** What was done, in the past: "Case resolved". */
  text: string;
  /** What is safe and what to do, when something failed. */
  detail?: string;
  tone?: 'neutral' | 'positive' | 'danger';
  /** Takes it back. The button says "Undo" unless `action` names it otherwise. */
  onUndo?: () => void;
  /** Something else to do: "Try again". */
  action?: { label: string; run: () => void };
  /** Milliseconds to stay, Infinity until closed; failures stay until closed, undo for ten seconds, the rest for six. */
  timeoutMs?: number;
  /** Called when it goes, whether closed, used or timed out. */
  onClose?: () => void;
}

const plainMs = 6_000;
const undoMs = 10_000;

/** A queue of toasts, usable outside React too (a mutation cache, for example). */
export class Toasts {
  readonly queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

  /** Shows it, or lets it wait behind three others; returns the key that `close` takes. */
  show(toast: Toast): string {
    return this.queue.add(toast, { timeout: timeToStay(toast), onClose: toast.onClose });
  }

  close(key: string): void {
    this.queue.close(key);
  }
}

/** Milliseconds; undefined stays until closed. */
function timeToStay(toast: Toast): number | undefined {
  if (toast.timeoutMs !== undefined) return Number.isFinite(toast.timeoutMs) ? toast.timeoutMs : undefined;
  if (toast.tone === 'danger') return undefined;
  return toast.onUndo || toast.action ? undoMs : plainMs;
}
